package org.registan.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.identity.Admission;
import org.registan.identity.Claims;
import org.registan.stand.StandResource;

/**
 * A state keeps its agencies itself; which one decides for it moves with the consent of that one.
 */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class AgenciesTest {

  private static final String STATE = "/v1/participants/UZB";

  @Inject Admission admission;

  @BeforeEach
  void everyoneIsRegistered() {
    As.stand();
  }

  @Test
  void thePeopleOfAnAgencyAreLetInFromWhenItsStateAddedIt() {
    var officer =
        new Claims(
            UUID.randomUUID().toString(),
            "UZB",
            "uzb",
            null,
            "ATOM",
            Set.of("officer"),
            "registan-web",
            null);
    assertThat(admission.admit(officer)).isEmpty();

    put("ATOM", named("Committee", "")).statusCode(200);

    assertThat(admission.admit(officer)).isPresent();
  }

  @Test
  void namesAndContactChangeAtOnceAndWhoDecidesDoesNot() {
    put("SCIENCE", named("Academy", ", \"contact\": \"duty@academy.example\"")).statusCode(200);
    put("SCIENCE", named("Academy of Sciences", ", \"contact\": \"export@academy.example\""))
        .statusCode(200)
        .body("agencies.find { it.id == 'SCIENCE' }.names.text", contains("Academy of Sciences"))
        .body("agencies.find { it.id == 'SCIENCE' }.contact", equalTo("export@academy.example"));
    put("SCIENCE", named("Academy of Sciences", ""))
        .statusCode(200)
        .body("agencies.find { it.id == 'SCIENCE' }.contact", nullValue());

    assertThat(authorities()).containsExactly("MIIT");
  }

  @Test
  void anAgencyHasANameThatTokensCanCarry() {
    put("science", named("Academy", ""))
        .statusCode(422)
        .body("errors.parameter", contains("agency"));
  }

  @Test
  void anotherAgencyDecidesForTheStateOnceTheOneThatDoesAgrees() {
    var move = move("CUSTOMS");
    decide(move, "CUSTOMS").statusCode(403).body("type", equalTo("/problems/four-eyes"));
    decide(move, "MIIT").statusCode(200);
    assertThat(authorities()).containsExactly("CUSTOMS");

    var back = move("MIIT");
    decide(back, "MIIT").statusCode(403);
    decide(back, "CUSTOMS").statusCode(200);
    assertThat(authorities()).containsExactly("MIIT");
  }

  @Test
  void aMoveThatAnotherOvertookIsNotCarriedOut() {
    var first = move("CUSTOMS");
    var overtaken = move("CUSTOMS");
    decide(first, "MIIT").statusCode(200);

    var tag = read(overtaken).body("effect.stale", equalTo(true)).extract().header("ETag");
    As.the("UZB", "releaser", "CUSTOMS")
        .header("If-Match", tag)
        .post(overtaken.header("Location") + "/approve")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/proposal-stale"));

    decide(move("MIIT"), "CUSTOMS").statusCode(200);
  }

  @Test
  void onlyAnAgencyOfItsOwnThatDoesNotDecideYetCanBeNamed() {
    for (var agency : List.of("SECDIV", "MIIT")) {
      assertThat(move(agency).statusCode()).as(agency).isEqualTo(422);
    }
  }

  private static String named(String name, String more) {
    return "{\"names\": [{\"lang\": \"en\", \"text\": \"%s\"}]%s}".formatted(name, more);
  }

  private static ValidatableResponse put(String agency, String body) {
    return As.the("UZB", "state-admin").body(body).put(STATE + "/agencies/" + agency).then();
  }

  private static Response move(String to) {
    return As.the("UZB", "state-admin")
        .body("{\"agency\": \"%s\", \"reason\": \"Decree 12\"}".formatted(to))
        .post(STATE + "/national-authority");
  }

  private static ValidatableResponse read(Response proposal) {
    return As.the("UZB", "state-admin").get(proposal.header("Location")).then();
  }

  private static ValidatableResponse decide(Response proposal, String agency) {
    return As.the("UZB", "releaser", agency)
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then();
  }

  private static List<String> authorities() {
    return As.the("OPS", "operator")
        .get(STATE)
        .path("agencies.findAll { it.nationalAuthority }.id");
  }
}
