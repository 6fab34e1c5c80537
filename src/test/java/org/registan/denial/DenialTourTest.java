package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.etag;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Denials.proposed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.ledger.Puller;
import org.registan.stand.StandResource;

/** From an agency's draft to a partner's feed, and what each may do and see on the way. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class DenialTourTest {

  @BeforeEach
  void pakistanGivesKazakhstanDetailAndUzbekistanCore() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
  }

  @Test
  void eachPartnerReceivesWhatThePolicyGivesIt() {
    var path = notified("PAK", draft("AFG"));

    As.the("PAK", "officer").get(path).then().body("disclosure", equalTo("OWNER"));
    As.the("PAK", "officer").get(path).then().body("notes", equalTo("Seen before"));
    As.the("KAZ", "machine-read")
        .get(path)
        .then()
        .statusCode(200)
        .body("disclosure", equalTo("DETAIL"))
        .body("parties[0].address.locality", equalTo("Herat"))
        .body("$", not(hasKey("notes")))
        .body("$", not(hasKey("nationalReference")));
    As.the("UZB", "machine-read")
        .get(path)
        .then()
        .statusCode(200)
        .body("disclosure", equalTo("CORE"))
        .body("parties[0]", not(hasKey("address")))
        .body("items[0]", not(hasKey("manufacturer")));
    As.the("UN1540", "machine-read")
        .get(path)
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/not-found"));
  }

  @Test
  void aDraftIsItsStatesAlone() {
    var path = drafted("PAK", draft("AFG"));

    As.the("PAK", "releaser").get(path).then().statusCode(200).body("version", equalTo(0));
    As.the("KAZ", "officer").get(path).then().statusCode(404);
  }

  @Test
  void listsAndReadsByReferenceAgree() {
    var path = notified("PAK", draft("AFG"));
    String reference = As.the("KAZ", "officer").get(path).then().extract().path("reference");

    As.the("KAZ", "officer")
        .queryParam("reference", reference)
        .get("/v1/denials")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].disclosure", equalTo("DETAIL"));
    As.the("KAZ", "officer").get("/v1/denials/" + reference).then().statusCode(200);
    As.the("UN1540", "expert")
        .queryParam("reference", reference)
        .get("/v1/denials")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void whatTheLevelWithholdsIsNotSearchedByEither() {
    var path = notified("PAK", draft("AFG"));
    String reference = As.the("KAZ", "officer").get(path).then().extract().path("reference");
    var search = "{\"q\": \"zarafsh\", \"reference\": [\"%s\"]}".formatted(reference);

    As.the("KAZ", "officer")
        .body(search)
        .post("/v1/denials/searches")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    As.the("UZB", "officer")
        .body(search)
        .post("/v1/denials/searches")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void anAmendmentReachesOnlyThoseWhoSeeWhatChanged() {
    var path = notified("PAK", draft("AFG"));
    var body = draft("AFG").replace("Herat", "Kandahar");

    carriedOut("PAK", path, "amend", "{\"reason\": \"Typo\", \"content\": %s}".formatted(body));

    As.the("KAZ", "officer").get(path).then().body("version", equalTo(2));
    As.the("UZB", "officer").get(path).then().body("version", equalTo(1));
    As.the("KAZ", "officer")
        .get(path + "/versions")
        .then()
        .statusCode(200)
        .body("items.version", equalTo(java.util.List.of(2, 1)));
    As.the("KAZ", "officer")
        .get(path + "/versions/1")
        .then()
        .statusCode(200)
        .body("parties[0].address.locality", equalTo("Herat"));
    As.the("UZB", "officer").get(path + "/versions/2").then().statusCode(404);
  }

  @Test
  void ofARecordWithdrawnInErrorOnlyTheFrameRemains() {
    var path = notified("PAK", draft("AFG"));

    carriedOut(
        "PAK",
        path,
        "withdraw-in-error",
        "{\"reason\": \"Wrong file\", \"errorText\": \"Another firm was meant\"}");

    As.the("KAZ", "officer")
        .get(path)
        .then()
        .statusCode(200)
        .body("status", equalTo("ISSUED_IN_ERROR"))
        .body("withdrawal.reason", equalTo("Another firm was meant"))
        .body("$", not(hasKey("parties")))
        .body("$", not(hasKey("destination")));
    As.the("KAZ", "officer").get(path + "/versions/1").then().statusCode(404);
    As.the("PAK", "officer").get(path).then().body("$", hasKey("parties"));
  }

  @Test
  void aHoldTakesItBackAtOnceAndTwoPeopleLiftIt() {
    var path = notified("PAK", draft("AFG"));

    As.the("PAK", "releaser")
        .header("If-Match", etag("PAK", path))
        .body("{\"reason\": \"Doubt\"}")
        .post(path + "/hold")
        .then()
        .statusCode(200)
        .body("held", equalTo(true));

    As.the("KAZ", "officer").get(path).then().statusCode(404);
    carriedOut("PAK", path, "lift", "{\"reason\": \"Cleared\"}");
    As.the("KAZ", "officer").get(path).then().statusCode(200);
  }

  @Test
  void anActThatTheStatusForbidsNamesThoseItAllows() {
    var path = notified("PAK", draft("AFG"));
    carriedOut(
        "PAK", path, "revoke", "{\"reason\": \"Appeal\", \"revokeReason\": \"APPEAL_UPHELD\"}");

    proposed("PAK", path, "amend", "{\"reason\": \"x\", \"content\": %s}".formatted(draft("AFG")))
        .statusCode(409)
        .body("recordStatus", equalTo("REVOKED"))
        .body("possible", hasItem("withdraw-in-error"));
  }

  @Test
  void whoProposesDoesNotApprove() {
    var path = drafted("PAK", draft("AFG"));
    var proposal =
        As.person("PAK", "kamran.durrani")
            .header("If-Match", etag("PAK", path))
            .body("{\"reason\": \"Board decision\"}")
            .post(path + "/notify");

    As.person("PAK", "kamran.durrani")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/four-eyes"));
    As.the("PAK", "releaser", "MOC")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(403);
    As.the("KAZ", "releaser").get(proposal.header("Location")).then().statusCode(404);
  }

  @Test
  void theDeskShowsWhomANoticeWouldReach() {
    var path = drafted("PAK", draft("AFG"));

    proposed("PAK", path, "notify", "{\"reason\": \"Board decision\"}")
        .statusCode(202)
        .body("effect.recipients.find { it.recipient == 'KAZ' }.after", equalTo("DETAIL"))
        .body("effect.recipients.find { it.recipient == 'UZB' }.after", equalTo("CORE"));
  }

  @Test
  void theFeedTellsAndTakesBack() {
    var start = feedEnd("UZB");
    var path = notified("PAK", draft("AFG"));
    var id = path.substring(path.lastIndexOf('/') + 1);

    As.the("UZB", "machine-read")
        .queryParam("after", start)
        .get("/v1/changes")
        .then()
        .statusCode(200)
        .body("changes[0].event", equalTo("SHARED"))
        .body("changes[0].view.id", equalTo(id))
        .body("changes[0].view.disclosure", equalTo("CORE"));
    var puller = Puller.of("UZB").follow();
    assertThat(puller.disclosure(id)).isEqualTo("CORE");
    policy("PAK", permit("DETAIL", "KAZ"));
    As.the("UZB", "machine-read")
        .queryParam("after", start)
        .get("/v1/changes")
        .then()
        .statusCode(200)
        .body("changes[0].superseded", equalTo(true));
    assertThat(puller.follow().disclosure(id)).isEmpty();
    As.the("UZB", "machine-read").get(path).then().statusCode(404);
  }

  @Test
  void theOwnerSeesWhoHasItAndOnWhichDays() {
    var path = notified("PAK", draft("AFG"));
    As.the("KAZ", "officer").get(path).then().statusCode(200);

    As.the("PAK", "officer")
        .get(path + "/releases")
        .then()
        .statusCode(200)
        .body("items.find { it.recipient == 'KAZ' }.level", equalTo("DETAIL"))
        .body("items.find { it.recipient == 'KAZ' }", hasKey("firstObtained"))
        .body("items.find { it.recipient == 'UZB' }", not(hasKey("firstObtained")));
    As.the("KAZ", "officer").get(path + "/releases").then().statusCode(403);
  }

  @Test
  void everyFaultIsNamedAndNothingIsStored() {
    As.the("PAK", "officer")
        .body("{\"destination\": \"Afghanistan\", \"colour\": 1, \"label\": {\"tlp\": \"BLUE\"}}")
        .post("/v1/denials")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/destination"))
        .body("errors.pointer", hasItem("/colour"))
        .body("errors.pointer", hasItem("/items"))
        .body("errors.pointer", hasItem("/label/tlp"));
    As.the("PAK", "officer")
        .body(draft("XXX", "RED", "").replace("R34", "R98"))
        .post("/v1/denials")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/destination"))
        .body("errors.pointer", hasItem("/reasonCodes/1"))
        .body("errors.pointer", hasItem("/releasableTo"));
    As.the("PAK", "officer").body("{").post("/v1/denials").then().statusCode(400);
    As.the("PAK", "officer").get("/v1/denials?color=red").then().statusCode(400);
    As.nobody().get("/v1/denials?color=red").then().statusCode(401);
  }

  @Test
  void aChangeNeedsToSayWhatItRead() {
    var path = drafted("PAK", draft("AFG"));

    As.the("PAK", "officer").body(draft("IRN")).put(path).then().statusCode(428);
    As.the("PAK", "officer")
        .header("If-Match", "\"x\"")
        .body(draft("IRN"))
        .put(path)
        .then()
        .statusCode(412);
    As.the("PAK", "officer")
        .header("If-Match", etag("PAK", path).replace("\"", ""))
        .body(draft("IRN"))
        .put(path)
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("If-Match"))
        .body("errors[0].detail", endsWith("(an ETag with its quotation marks)"));
    As.the("PAK", "officer")
        .header("If-Match", etag("PAK", path))
        .body(draft("IRN"))
        .put(path)
        .then()
        .statusCode(200)
        .body("destination", equalTo("IRN"));
  }

  @Test
  void theSameKeyMakesItOnce() {
    var key = java.util.UUID.randomUUID().toString();
    var first =
        As.the("PAK", "officer")
            .header("Idempotency-Key", key)
            .body(draft("AFG"))
            .post("/v1/denials")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    var second =
        As.the("PAK", "officer")
            .header("Idempotency-Key", key)
            .body(draft("AFG"))
            .post("/v1/denials")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");

    assertThat(second).isEqualTo(first);
    As.the("PAK", "officer")
        .header("Idempotency-Key", key)
        .body(draft("IRN"))
        .post("/v1/denials")
        .then()
        .statusCode(422);
  }

  private static String feedEnd(String participant) {
    String next = null;
    while (true) {
      var request = As.the(participant, "machine-read").queryParam("limit", 200);
      if (next != null) {
        request.queryParam("after", next);
      }
      var page = request.get("/v1/changes").then().statusCode(200).extract();
      next = page.path("next");
      if (!page.<Boolean>path("more")) {
        return next;
      }
    }
  }
}
