package org.registan.implementation;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Objects;
import java.util.stream.Stream;
import org.registan.As;
import org.registan.denial.Denials;

/** Matrices as tests make them: drafted, filled by agencies, submitted by two people. */
public final class MatrixSamples {

  public static final String PATH = "/v1/1540/matrices";

  private MatrixSamples() {}

  public static String header(String title) {
    return """
    {"template": "2017", "title": [{"lang": "en", "text": "%s"}], "preparedOn": "2026-01-15",
     "label": {"tlp": "GREEN"}, "caveats": ["SAMPLE: NOT AN ACT OF ANY STATE"]}
    """
        .formatted(title);
  }

  /** What is said in one column of a row: a value, and the law where it stands. */
  public static String row(String column, String value, String law) {
    return """
    {"fields": [{"column": "%s", "value": "%s", "sources": [{"law": "%s"}]}]}
    """
        .formatted(column, value, law);
  }

  /** Drafts a matrix; its path. */
  public static String drafted(String owner, String title) {
    return draftedWith(owner, header(title));
  }

  public static String draftedWith(String owner, String header) {
    return As.the(owner, "officer")
        .body(header)
        .post(PATH)
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  /** Puts something into a row, as somebody; it must be let. */
  public static void fill(RequestSpecification who, String matrix, String row, String body) {
    put(who, matrix, row, body).statusCode(200);
  }

  static ValidatableResponse put(RequestSpecification who, String matrix, String row, String body) {
    var path = matrix + "/fields/" + row;
    var tag = As.the(owner(matrix), "officer").get(path).header("ETag");
    return who.header("If-Match", Objects.requireNonNullElse(tag, "\"none\""))
        .body(body)
        .put(path)
        .then();
  }

  /** Each state sees its own drafts alone. */
  private static String owner(String matrix) {
    return Stream.of("PAK", "KAZ", "UZB")
        .filter(it -> As.the(it, "officer").get(matrix).statusCode() == 200)
        .findFirst()
        .orElse("PAK");
  }

  /** What If-Match names to change a section, as somebody sees it. */
  public static String sectionTag(RequestSpecification who, String matrix, String section) {
    String tag =
        who.get(matrix + "/progress")
            .path("items.find { it.section == '%s' }?.tag".formatted(section));
    return Objects.requireNonNullElse(tag, "\"none\"");
  }

  public static void submit(String owner, String matrix) {
    Denials.carriedOut(owner, matrix, "submit", Documents.noteVerbale());
  }

  /** The owner's policy on matrices becomes this list of rules. */
  public static void policy(String owner, String... rules) {
    Denials.adopted(owner, "1540-matrix", "{\"rules\": [%s]}".formatted(String.join(",", rules)));
  }
}
