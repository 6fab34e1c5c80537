package org.registan.bulletin;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.registan.As;
import org.registan.denial.Denials;

/** Bulletins of Pakistan as the test makes and reads them. */
final class Bulletins {

  private Bulletins() {}

  static String content(String topic, String title, String more) {
    return """
    {"topic": "%s", "title": "%s", "tlp": "GREEN", "text": "MV Gulistan"%s}
    """
        .formatted(topic, title, more);
  }

  static String drafted(String topic, String title, String more) {
    return the("PAK")
        .body(content(topic, title, more))
        .post("/v1/bulletins")
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  static String issued(String topic, String title, String more) {
    var path = drafted(topic, title, more);
    act(path, "issue", "{\"reason\": \"Decided\"}");
    return path;
  }

  static Response proposed(String path, String act, String body) {
    return Denials.proposed("PAK", path, act, body).statusCode(202).extract().response();
  }

  static void act(String path, String act, String body) {
    Denials.approved("PAK", proposed(path, act, body));
  }

  static RequestSpecification the(String participant) {
    return As.the(participant, "officer");
  }

  static ValidatableResponse read(String participant, String path) {
    return the(participant).get(path).then().statusCode(200);
  }

  static ValidatableResponse found(String participant, String word) {
    return the(participant)
        .body("{\"q\": \"%s\"}".formatted(word))
        .post("/v1/bulletins/searches")
        .then()
        .statusCode(200);
  }

  static String ids() {
    return "items.id";
  }

  static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static RequestSpecification matching(RequestSpecification request, String path) {
    return request.header("If-Match", Denials.etag("PAK", path));
  }

  /** The newest entry of a record in a participant's feed; nothing when it never had it. */
  static Map<String, Object> change(String participant, String path, String... kinds) {
    Map<String, Object> newest = Map.of();
    Map<String, ?> filter = kinds.length == 0 ? Map.of() : Map.of("recordType", List.of(kinds));
    String after = null;
    JsonPath page;
    do {
      var request = As.the(participant, "machine-read").queryParams(filter);
      page =
          (after == null ? request : request.queryParam("after", after))
              .get("/v1/changes")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      for (Map<String, Object> each : page.<Map<String, Object>>getList("changes")) {
        newest = id(path).equals(each.get("record")) ? each : newest;
      }
      after = page.getString("next");
    } while (page.getBoolean("more"));
    return newest;
  }

  static void policy(String body) {
    Denials.adopted("PAK", "bulletin", body);
  }

  static Response draftPolicy(String body) {
    var path = "/v1/policies/bulletin/draft";
    var before = As.the("PAK", "state-admin").get(path);
    var request = As.the("PAK", "state-admin");
    if (before.statusCode() == 200) {
      request.header("If-Match", before.header("ETag"));
    }
    return request.body(body).put(path);
  }
}
