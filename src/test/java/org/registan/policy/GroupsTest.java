package org.registan.policy;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/**
 * Who is in a group of a policy: more of it is another person's to approve, less is done at once.
 */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class GroupsTest {

  private static final String POLICY = "/v1/policies/denial";

  private String record = "";

  @BeforeEach
  void pakistanGivesToPartnersAndLimitsTheDoubtful() {
    As.stand();
    Denials.adopted(
        "PAK",
        """
        {"groups": {"partners": ["KAZ"], "doubtful": ["KAZ"]},
         "rules": [{"effect": "PERMIT", "level": "DETAIL", "to": {"groups": ["partners"]}},
           {"effect": "PERMIT", "level": "CORE", "to": {"everyone": true},
            "when": [{"attribute": "destination", "in": ["NRU"]}]},
           {"effect": "LIMIT", "level": "CORE", "to": {"groups": ["doubtful"]}}]}
        """);
    record = Denials.notified("PAK", Denials.draft("AFG"));
  }

  @Test
  void whoJoinsGetsWhatTheRulesGiveOnceASecondPersonApproved() {
    var proposal = change("partners", "KAZ", "UZB");
    proposal.then().body("effect.recipients.recipient", hasItem("UZB"));
    as("UZB").statusCode(404);

    Denials.approved("PAK", proposal);

    as("UZB").statusCode(200).body("disclosure", equalTo("DETAIL"));
    as("KAZ").statusCode(200).body("disclosure", equalTo("CORE"));
  }

  @Test
  void whoIsTakenOutSeesNothingFromThenOn() {
    as("KAZ").statusCode(200);

    narrow("partners").statusCode(200).body("policy.groups.partners", equalTo(java.util.List.of()));

    as("KAZ").statusCode(404);
  }

  @Test
  void narrowingToTheSameMembersReleasesNothingAnew() {
    var before = As.the("PAK", "officer").get(POLICY).<Integer>path("version");

    narrow("partners", "KAZ").statusCode(200).body("version", equalTo(before));

    As.the("PAK", "officer").get(POLICY).then().body("version", equalTo(before));
  }

  @Test
  void onePersonAloneBringsNobodyIn() {
    narrow("partners", "KAZ", "UZB").statusCode(422).body("errors.pointer", contains("/members"));

    as("UZB").statusCode(404);
  }

  @Test
  void leavingAGroupThatIsHeldShortIsMoreAndJoiningItIsLess() {
    narrow("doubtful").statusCode(422);
    as("KAZ").body("disclosure", equalTo("CORE"));

    narrow("doubtful", "KAZ", "UZB").statusCode(200);
    Denials.approved("PAK", change("doubtful"));

    as("KAZ").body("disclosure", equalTo("DETAIL"));
  }

  @Test
  void anotherGroupConfirmsNoNewcomer() {
    enter("FJI");

    Denials.approved("PAK", change("neighbours", "KAZ"));

    As.the("PAK", "officer")
        .get(POLICY)
        .then()
        .body("policy.groups.neighbours", contains("KAZ"))
        .body("everyone", allOf(hasItem("KAZ"), not(hasItem("FJI"))));
  }

  @Test
  void aChangeOfAnEarlierPolicyIsNotCarriedOut() {
    var overtaken = change("partners", "KAZ", "UZB");
    narrow("partners").statusCode(200);

    Denials.stale("PAK", overtaken.header("Location"));
    as("UZB").statusCode(404);
  }

  @Test
  void aGroupIsOfParticipantsAndHasAName() {
    change("partners", "KAZ", "XXX")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/members/1"));
    change("no_name", "KAZ").then().statusCode(422).body("errors.parameter", contains("group"));
    narrow("nobodys").statusCode(404);
  }

  private ValidatableResponse as(String participant) {
    return As.the(participant, "officer").get(record).then();
  }

  private static Response change(String group, String... members) {
    return As.the("PAK", "state-admin").body(body(members)).put(POLICY + "/groups/" + group);
  }

  private static ValidatableResponse narrow(String group, String... members) {
    return As.the("PAK", "state-admin")
        .body(body(members))
        .post(POLICY + "/groups/" + group + "/narrow")
        .then();
  }

  private static String body(String... members) {
    var list = members.length == 0 ? "" : "\"" + String.join("\",\"", members) + "\"";
    return "{\"members\": [%s], \"reason\": \"As agreed\"}".formatted(list);
  }

  private static void enter(String code) {
    As.the("OPS", "operator")
        .body(
            """
            {"kind": "STATE", "timeZone": "Pacific/Fiji", "provider": "fiji", "regimes": [],
             "names": [{"lang": "en", "text": "Fiji"}],
             "agencies": [{"id": "MFA", "nationalAuthority": true,
               "names": [{"lang": "en", "text": "Foreign ministry"}]}]}
            """)
        .put("/v1/participants/" + code)
        .then()
        .statusCode(200);
  }
}
