package org.registan.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** The operator keeps the register; who decides for a state is not the operator's to say. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class RegisterTest {

  @Test
  void theOperatorCannotMakeAnotherAgencyTheNationalAuthority() {
    var before = entry();
    var entry = before.deepCopy();
    var agencies = (ArrayNode) entry.path("agencies");
    for (var agency : agencies) {
      ((ObjectNode) agency).put("nationalAuthority", !agency.path("nationalAuthority").asBoolean());
    }

    put("KAZ", entry)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            contains("/agencies/0/nationalAuthority", "/agencies/1/nationalAuthority"));
    assertThat(entry()).isEqualTo(before);
  }

  @Test
  void theOperatorCannotBringInAnAgencyThatDecidesForTheState() {
    var entry = entry();
    ((ArrayNode) entry.path("agencies"))
        .addObject()
        .put("id", "OURS")
        .put("nationalAuthority", true)
        .putArray("names")
        .addObject()
        .put("lang", "en")
        .put("text", "The operator's own");

    put("KAZ", entry)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/agencies/2/nationalAuthority"));
    assertThat(entry().path("agencies")).hasSize(2);
  }

  @Test
  void theOperatorCannotChangeHowAStatesAgenciesAreCalledAndReached() {
    for (var change : List.of("contact", "names")) {
      var entry = entry();
      var agency = (ObjectNode) entry.path("agencies").path(1);
      if (change.equals("contact")) {
        agency.put(change, "somebody@else.example");
      } else {
        ((ObjectNode) agency.path(change).path(0)).put("text", "Somebody else");
      }

      put("KAZ", entry).then().statusCode(422).body("errors.pointer", contains("/agencies/1"));
    }
  }

  @Test
  void whatTheOperatorPutsIsInTheStatesOwnLog() {
    put("KAZ", entry()).then().statusCode(200);

    As.the("KAZ", "auditor")
        .get("/v1/audit?limit=1")
        .then()
        .body("items.event", contains("participant.put"))
        .body("items.by.participant", contains("OPS"));
  }

  @Test
  void whoEntersNamesExactlyOneNationalAuthority() {
    for (var authorities : new boolean[][] {{false, false}, {true, true}}) {
      var entry = entry().put("provider", "bhutan");
      for (int i = 0; i < 2; i++) {
        ((ObjectNode) entry.path("agencies").path(i)).put("nationalAuthority", authorities[i]);
      }

      put("BTN", entry).then().statusCode(422).body("errors.pointer", contains("/agencies"));
      As.the("OPS", "operator").get("/v1/participants/BTN").then().statusCode(404);
    }
  }

  @Test
  void anAgencyIsEnteredOnce() {
    var entry = entry();
    ((ArrayNode) entry.path("agencies")).add(entry.path("agencies").path(0).deepCopy());

    put("KAZ", entry).then().statusCode(422).body("errors.pointer", contains("/agencies/2/id"));
  }

  private static ObjectNode entry() {
    var entry = Json.parse(As.the("OPS", "operator").get("/v1/participants/KAZ").asString());
    return ((ObjectNode) entry).without("code");
  }

  private static Response put(String code, ObjectNode entry) {
    return As.the("OPS", "operator").body(Json.write(entry)).put("/v1/participants/" + code);
  }
}
