package org.registan.ledger;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Denials.proposed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.TestClock;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/** What a releaser approves is exactly what the desk showed. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ApprovalTest {

  @Inject TestClock clock;

  @AfterEach
  void ourOwnTimeAgain() {
    clock.reset();
  }

  private static final String REASON = "{\"reason\": \"Board decision\"}";

  @BeforeEach
  void pakistanGivesKazakhstanCore() {
    As.stand();
    policy("PAK", permit("CORE", "KAZ"));
  }

  @Test
  void whoeverReadOtherRecipientsMustReadAgain() {
    var path = drafted("PAK", draft("AFG"));
    var proposal = proposed("PAK", path, "notify", REASON).statusCode(202).extract().response();

    policy("PAK", permit("DETAIL", "UZB"));

    As.the("PAK", "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/precondition-failed"));
    As.the("UZB", "officer").get(path).then().statusCode(404);
  }

  @Test
  void whatHasChangedSinceItWasProposedIsProposedAgain() {
    var path = drafted("PAK", draft("AFG"));
    var proposal = proposed("PAK", path, "notify", REASON).extract().header("Location");
    As.the("PAK", "officer")
        .header("If-Match", Denials.etag("PAK", path))
        .body(draft("IRN"))
        .put(path)
        .then()
        .statusCode(200);

    decided(proposal, "approve", "")
        .statusCode(409)
        .body("type", equalTo("/problems/proposal-stale"));
    decided(proposal, "return", "{\"comment\": \"Has changed\"}").statusCode(200);
    Denials.approved("PAK", proposed("PAK", path, "notify", REASON).extract().response());
  }

  /** Decided by who has just read it. */
  private static ValidatableResponse decided(String proposal, String how, String body) {
    var tag = As.the("PAK", "releaser").get(proposal).header("ETag");
    return As.the("PAK", "releaser")
        .header("If-Match", tag)
        .body(body)
        .post(proposal + "/" + how)
        .then();
  }

  @Test
  void whoeverReadWhomEveryoneMeansMustReadAgainWhenThatHasChanged() {
    var rule = "{\"effect\": \"PERMIT\", \"level\": \"CORE\", \"to\": {\"everyone\": true}}";
    var proposal = Denials.policyProposed("PAK", rule);
    proposal
        .then()
        .statusCode(202)
        .body("effect.everyone", allOf(hasItem("KAZ"), not(hasItem("LKA"))));

    enter("LKA");

    As.the("PAK", "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(412);
    As.the("PAK", "releaser")
        .get(proposal.header("Location"))
        .then()
        .body("effect.everyone", hasItem("LKA"));
  }

  private static void enter(String code) {
    As.the("OPS", "operator")
        .body(
            """
            {"kind": "STATE", "timeZone": "UTC", "provider": "%s", "regimes": [],
             "names": [{"lang": "en", "text": "A newcomer"}],
             "agencies": [{"id": "MFA", "nationalAuthority": true,
               "names": [{"lang": "en", "text": "Foreign ministry"}]}]}
            """
                .formatted(code.toLowerCase(Locale.ROOT)))
        .put("/v1/participants/" + code)
        .then()
        .statusCode(200);
  }

  @Test
  void aRestartAskedForAgainWithItsKeyIsTheSameProposalAlsoWhenItIsDone() {
    var reason = "{\"reason\": \"No leak\"}";
    var path = "/v1/policies/denial/";
    As.the("PAK", "releaser").body(reason).post(path + "stop").then().statusCode(200);
    var key = UUID.randomUUID().toString();
    var first = again(key, path + "restart", reason);
    Denials.approved("PAK", first);

    again(key, path + "restart", reason).then().body("id", equalTo(first.path("id")));
  }

  @Test
  void aOneOffAskedForAgainWithItsKeyIsTheSameProposalAlsoAfterItsEnd() {
    var id = id(notified("PAK", draft("AFG")));
    var wish =
        """
        {"record": "%s", "recipient": "UZB", "level": "CORE", "until": "%s", "reason": "Asked"}
        """
            .formatted(id, Instant.now().plus(Duration.ofHours(1)));
    var key = UUID.randomUUID().toString();
    var first = again(key, "/v1/policies/denial/one-offs", wish);

    clock.advance(Duration.ofHours(2));

    again(key, "/v1/policies/denial/one-offs", wish)
        .then()
        .statusCode(202)
        .body("id", equalTo(first.path("id")));
  }

  private static Response again(String key, String path, String body) {
    return As.the("PAK", "officer").header("Idempotency-Key", key).body(body).post(path);
  }

  private static String id(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
