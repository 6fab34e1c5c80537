package org.registan.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** Names in paths and parameters are printable ASCII; others name nothing. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class NamesTest {

  private static final String FACE = "%F0%9F%98%80";

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
  }

  @Test
  void whatIsNotANameIsNotFound() {
    var path = "/v1/participants/PAK/accounts/" + FACE + "/block";
    As.the("PAK", "state-admin").urlEncodingEnabled(false).post(path).then().statusCode(404);
    As.the("PAK", "officer")
        .urlEncodingEnabled(false)
        .get("/v1/denials/" + FACE)
        .then()
        .statusCode(404);
  }

  @Test
  void whatIsNoKindOfRecordIsRefused() {
    As.the("PAK", "officer")
        .urlEncodingEnabled(false)
        .get("/v1/changes?recordType=" + FACE)
        .then()
        .statusCode(400);
  }

  @Test
  void aHintThatIsNobodysGivesAPage() {
    for (var hint : new String[] {"%D0%BF%D0%B0%D0%BA", "pak%20", "pak&kc_idp_hint=kaz"}) {
      given()
          .urlEncodingEnabled(false)
          .redirects()
          .follow(false)
          .get("/console?kc_idp_hint=" + hint)
          .then()
          .statusCode(404)
          .contentType(containsString("text/html"));
    }
  }
}
