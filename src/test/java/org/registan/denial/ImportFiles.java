package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.registan.As;
import org.registan.Lists;
import org.registan.kernel.Json;

/** Files of denials as tests bring them in, and what becomes of them. */
public final class ImportFiles {

  public static final String IMPORTS = "/v1/denials/imports";
  public static final String TABLE = "text/csv";
  public static final String LINES = "application/x-ndjson";

  private static final String HEADING =
      "nationalReference,denialKind,authorisationType,decisionDate,controlBasis,items.codes,"
          + "items.description,items.form,destination,parties.roles,parties.kind,parties.names,"
          + "parties.country,reasonCodes,label.tlp,caveats\n";

  private ImportFiles() {}

  /** A table of denials to {@code destination}, one a row, under these names of their own. */
  public static String table(String destination, List<String> names) {
    var text = new StringBuilder(HEADING);
    names.forEach(name -> text.append(row(destination, name)));
    return text.toString();
  }

  public static String row(String destination, String name) {
    return (name
            + ",REFUSAL,EXPORT_LICENCE,2020-01-31,LISTED,EU|2B350.a,en|Reaction vessels,GOODS,%1$s,"
            + "END_USER,ORGANISATION,Darya Pump Works|PRIMARY|en,%1$s,R21,AMBER,"
            + "SAMPLE: NOT AN ACT OF ANY STATE\n")
        .formatted(destination);
  }

  /** The same caller about to send a file. */
  public static RequestSpecification with(RequestSpecification caller, String type, String file) {
    return caller
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(type, ContentType.TEXT)))
        .contentType(type)
        .body(file.getBytes(StandardCharsets.UTF_8));
  }

  /** Brings a file in; the path of the import, whose drafts have been made. */
  public static String drafted(String owner, String type, String file, String... defaults) {
    var request = with(As.the(owner, "officer"), type, file);
    for (var each : defaults) {
      request.queryParam("default", each);
    }
    var answer = request.post(IMPORTS).then().statusCode(202).extract().response();
    return settled(owner, answer);
  }

  /** Waits until nothing is under way for an import, longer than a token lives; its path. */
  public static String settled(String owner, Response accepted) {
    return settled(owner, accepted.header("Location"));
  }

  public static String settled(String owner, String path) {
    while (state(owner, path).path("state").asText().endsWith("ING")) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return path;
  }

  public static JsonNode state(String owner, String path) {
    return Json.parse(
        As.the(owner, "officer").get(path).then().statusCode(200).extract().asString());
  }

  /** Every line of the report. */
  public static List<JsonNode> report(String owner, String path) {
    return Lists.items(() -> As.the(owner, "officer"), path + "/report?limit=200");
  }

  /** Proposes to notify all its drafts. */
  public static Response proposed(String owner, String path) {
    return As.the(owner, "officer")
        .header("If-Match", Denials.etag(owner, path))
        .body("{\"reason\": \"The register of 2020\"}")
        .post(path + "/notify")
        .then()
        .statusCode(202)
        .extract()
        .response();
  }

  /** Throws its drafts away, to the last. */
  static void discarded(String owner, String path) {
    var answer =
        As.the(owner, "officer")
            .header("If-Match", Denials.etag(owner, path))
            .delete(path)
            .then()
            .statusCode(202)
            .extract()
            .response();
    settled(owner, answer);
  }

  public static void assertCount(JsonNode state, String outcome, int count) {
    assertThat(state.at("/records/" + outcome).asInt())
        .as("%s: %s", outcome, state)
        .isEqualTo(count);
  }
}
