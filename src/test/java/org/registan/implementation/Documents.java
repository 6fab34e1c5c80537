package org.registan.implementation;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import org.registan.As;
import org.registan.attachment.Files;
import org.registan.attachment.Sending;
import org.registan.denial.Denials;

/** Documents for the 1540 Committee as the tests make, send and publish them. */
public final class Documents {

  public static final String PATH = "/v1/1540/documents";

  /** Of notes verbales and publications, where it does not matter. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  private Documents() {}

  /** A national report that goes to whom the policy lets it. */
  public static String report() {
    return content("NATIONAL_REPORT", "GREEN", "");
  }

  public static String content(String kind, String tlp, String more) {
    return """
    {"documentKind": "%s",
     "title": [{"lang": "en", "text": "Report on resolution 1540", "status": "authentic"}],
     "languages": [{"lang": "en", "status": "authentic"}, {"lang": "ur", "status": "translation"}],
     "paragraphs": ["OP2", "OP3D"],
     "summary": [{"lang": "en", "text": "Trans-shipment controls since last year"}],
     %s
     "label": {"tlp": "%s"}, "caveats": ["SAMPLE"], "notes": "For the board alone"}
    """
        .formatted(kind, more, tlp);
  }

  /** A report that adds to one submitted before. */
  public static String addendum(String reference) {
    var more = "\"changeKind\": \"ADDENDUM\", \"changes\": \"%s\",".formatted(reference);
    return content("NATIONAL_REPORT", "GREEN", more);
  }

  public static String drafted(String owner, String content) {
    return As.the(owner, "officer")
        .body(content)
        .post(PATH)
        .then()
        .statusCode(201)
        .body("status", equalTo("DRAFT"))
        .extract()
        .header("Location");
  }

  /** How somebody sends a small file. */
  public static RequestSpecification sending(RequestSpecification as) {
    return Sending.of(as, "report.pdf", Files.pdf(10));
  }

  /** A file is attached to a draft; its path. */
  public static String attached(String owner, String path) {
    return sending(As.the(owner, "officer"))
        .post(path + "/attachments")
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  /** A draft that was sent to the Committee. */
  public static String submitted(String owner, String content) {
    return submittedDraft(owner, drafted(owner, content));
  }

  public static String submittedDraft(String owner, String path) {
    Denials.approved(owner, submission(owner, path).statusCode(202).extract().response());
    return path;
  }

  public static ValidatableResponse submission(String owner, String path) {
    return Denials.proposed(owner, path, "submit", noteVerbale());
  }

  public static String noteVerbale() {
    return noteVerbale(DAY);
  }

  static String noteVerbale(LocalDate date) {
    return """
    {"reason": "Decided by the cabinet",
     "noteVerbale": {"number": "UN/17", "date": "%s", "permanentMission": "Permanent Mission"}}
    """
        .formatted(date);
  }

  /** Proposes, as the Committee's secretariat, what it publishes a document as. */
  public static Response publication(String path, String symbol) {
    var tag = As.the("UN1540", "secretariat").get(path).header("ETag");
    return As.the("UN1540", "secretariat")
        .header("If-Match", tag)
        .body(symbol(symbol))
        .post(path + "/publish");
  }

  public static String symbol(String symbol) {
    return "{\"reason\": \"Approved\", \"symbol\": \"%s\", \"date\": \"%s\"}"
        .formatted(symbol, DAY);
  }

  public static void published(String path, String symbol) {
    var proposal = publication(path, symbol).then().statusCode(202).extract();
    As.the("UN1540", "committee")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(200)
        .body("state", equalTo("APPROVED"));
  }

  /** Puts a state's rules for documents in force. */
  public static void policy(String owner, String... rules) {
    Denials.adopted(owner, "1540-document", "{\"rules\": [" + String.join(",", rules) + "]}");
  }

  /** That other states read what the Committee has published. */
  public static String whenPublished() {
    return "{\"effect\": \"PERMIT\", \"level\": \"DETAIL\", \"to\": {\"everyone\": true},"
        + " \"when\": [{\"attribute\": \"published\", \"in\": [\"YES\"]}]}";
  }
}
