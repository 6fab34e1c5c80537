package org.registan.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.registan.bulletin.Bulletins.act;
import static org.registan.bulletin.Bulletins.change;
import static org.registan.bulletin.Bulletins.content;
import static org.registan.bulletin.Bulletins.draftPolicy;
import static org.registan.bulletin.Bulletins.drafted;
import static org.registan.bulletin.Bulletins.found;
import static org.registan.bulletin.Bulletins.id;
import static org.registan.bulletin.Bulletins.ids;
import static org.registan.bulletin.Bulletins.issued;
import static org.registan.bulletin.Bulletins.matching;
import static org.registan.bulletin.Bulletins.policy;
import static org.registan.bulletin.Bulletins.proposed;
import static org.registan.bulletin.Bulletins.read;
import static org.registan.bulletin.Bulletins.the;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/** A record type of a few lines has all that the foundations give to denials. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class SecondRecordTypeTest {

  private static final String PERMITS =
      """
      {"rules": [
        {"effect": "PERMIT", "level": "DETAIL", "to": {"participants": ["KAZ"]}},
        {"effect": "PERMIT", "level": "CORE", "to": {"participants": ["UZB"]},
          "when": [{"attribute": "topic", "in": ["SHIPPING"]}]}]}
      """;

  @BeforeEach
  void pakistanGivesKazakhstanTheTextAndUzbekistanTheTitle() {
    As.stand();
    policy(PERMITS);
  }

  @Test
  void fromDraftByApprovalToEachPartnersFeed() {
    var path = drafted("SHIPPING", "Vessels to look out for", "");
    As.the("PAK", "officer").get(path).then().body("version", equalTo(0));
    As.the("KAZ", "officer").get(path).then().statusCode(404);

    act(path, "issue", "{\"reason\": \"Decided\"}");

    assertThat(change("KAZ", path))
        .containsEntry("event", "SHARED")
        .containsEntry("recordType", "bulletin")
        .containsEntry("disclosure", "DETAIL");
    assertThat(change("UZB", path)).containsEntry("disclosure", "CORE");
    assertThat(change("UN1540", path)).isEmpty();
    read("KAZ", path).body("text", equalTo("MV Gulistan"));
    read("UZB", path).body("$", not(hasKey("text"))).body("$", not(hasKey("agency")));
    As.the("UN1540", "expert").get(path).then().statusCode(404);
  }

  @Test
  void theProposerCannotApproveAndTheDeskShowsWhomItReaches() {
    var path = drafted("SHIPPING", "A title", "");
    var proposal = proposed(path, "issue", "{\"reason\": \"Decided\"}");

    As.the("PAK", "releaser")
        .get(proposal.header("Location"))
        .then()
        .body("type", equalTo("bulletin.issue"))
        .body("effect.recipients.recipient", contains("KAZ", "UZB"))
        .body("effect.recipients.after", contains("DETAIL", "CORE"));
    As.the("PAK", "officer")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(403);
  }

  @Test
  void aCorrectionIsANewVersionForThoseWhoSeeIt() {
    var path = issued("SHIPPING", "A title", "");
    act(
        path,
        "correct",
        "{\"reason\": \"Typo\", \"content\": %s}"
            .formatted(content("SHIPPING", "A title", "").replace("Gulistan", "Gulshan")));

    read("KAZ", path).body("version", equalTo(2)).body("text", equalTo("MV Gulshan"));
    read("UZB", path).body("version", equalTo(1));
    read("KAZ", path + "/versions/1").body("text", equalTo("MV Gulistan"));
    As.the("KAZ", "officer").get(path + "/versions").then().body("items.version", contains(2, 1));
    As.the("UZB", "officer").get(path + "/versions/2").then().statusCode(404);
  }

  @Test
  void listsFiltersAndSearchesFollowTheLevel() {
    var path = issued("SHIPPING", "Zebra crossing", "");
    var id = id(path);

    the("UZB").queryParam("topic", "SHIPPING").get("/v1/bulletins").then().body(ids(), hasItem(id));
    the("UZB").queryParam("topic", "OTHER").get("/v1/bulletins").then().body(ids(), hasSize(0));
    found("UZB", "zebra").body(ids(), hasItem(id));
    found("KAZ", "gulistan").body(ids(), hasItem(id));
    found("UZB", "gulistan").body(ids(), not(hasItem(id)));
  }

  @Test
  void aLinkIsFollowedByThoseWhoSeeItsTarget() {
    var target = issued("BANKING", "The first", "");
    String reference = As.the("PAK", "officer").get(target).then().extract().path("reference");
    var path = issued("SHIPPING", "The second", ", \"follows\": \"%s\"".formatted(reference));

    As.the("KAZ", "officer").get(path + "/links").then().body("items.id", contains(id(target)));
    As.the("UZB", "officer").get(path + "/links").then().body("items", hasSize(0));
  }

  @Test
  void aHoldTakesItBackAtOnceAndIsLiftedByTwo() {
    var path = issued("SHIPPING", "A title", "");

    matching(As.the("PAK", "releaser"), path)
        .body("{\"reason\": \"Check\"}")
        .post(path + "/hold")
        .then()
        .statusCode(200);
    As.the("KAZ", "officer").get(path).then().statusCode(404);
    assertThat(change("KAZ", path)).containsEntry("event", "UNSHARED");

    act(path, "lift", "{\"reason\": \"Checked\"}");
    read("KAZ", path).body("disclosure", equalTo("DETAIL"));
    As.the("PAK", "officer")
        .get(path + "/releases")
        .then()
        .body("items.recipient", contains("KAZ", "UZB"));
  }

  @Test
  void itsPolicyNamesItsOwnAttributesAndLeavesDenialsAlone() {
    Denials.policy("PAK", Denials.permit("CORE", "KAZ"));
    As.the("PAK", "state-admin")
        .get("/v1/policies/bulletin")
        .then()
        .statusCode(200)
        .body("policy.rules[1].when[0].attribute", equalTo("topic"));
    draftPolicy(PERMITS.replace("topic", "destination"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", containsString("/rules/1/when/0"));
    As.the("KAZ", "officer")
        .get(Denials.notified("PAK", Denials.draft("AFG")))
        .then()
        .body("disclosure", equalTo("CORE"));
  }

  @Test
  void bothKindsStandInOneFeedAndCanBeToldApart() {
    Denials.policy("PAK", Denials.permit("CORE", "KAZ"));
    var bulletin = issued("SHIPPING", "A title", "");
    var denial = Denials.notified("PAK", Denials.draft("AFG"));

    assertThat(change("KAZ", bulletin)).isNotEmpty();
    assertThat(change("KAZ", denial)).isNotEmpty();
    assertThat(change("KAZ", denial, "bulletin")).isEmpty();
    assertThat(change("KAZ", bulletin, "bulletin")).isNotEmpty();
    the("KAZ")
        .queryParam("recordType", "denial")
        .get("/v1/changes")
        .then()
        .body("changes.recordType", hasItem("denial"))
        .body("changes.recordType", everyItem(equalTo("denial")));
    As.the("KAZ", "officer").get("/v1/denials/" + id(bulletin)).then().statusCode(404);
  }

  @Test
  void whatIsNotInItsPartOfTheContractIsRefused() {
    the("PAK").body("{\"topic\": \"X\"}").post("/v1/bulletins").then().statusCode(400);
    the("PAK").queryParam("destination", "AFG").get("/v1/bulletins").then().statusCode(400);
    the("PAK")
        .body(content("X", "MV Gulistan", ""))
        .post("/v1/bulletins")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/text"));
  }
}
