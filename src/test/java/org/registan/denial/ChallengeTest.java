package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.registan.denial.Challenges.answerProposed;
import static org.registan.denial.Challenges.answered;
import static org.registan.denial.Challenges.proposed;
import static org.registan.denial.Challenges.raised;
import static org.registan.denial.Challenges.seen;
import static org.registan.denial.Challenges.wrongFirm;
import static org.registan.denial.Denials.approved;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.etag;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.Lists;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** A recipient tells the owner that a denial is wrong; nobody else can notice. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ChallengeTest {

  private String path;

  @BeforeEach
  void kazakhstanSeesTheDetailAndUzbekistanTheOutline() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
    path = notified("PAK", draft("AFG"));
  }

  @Test
  void aMachineThatOnlySubmitsReadsNothingOfTheRecordThroughTheProposal() {
    policy("KAZ", permit("CORE", "PAK"));
    var path = notified("KAZ", draft("AFG"));
    var proposal = proposed("PAK", path, wrongFirm()).header("Location");

    As.the("PAK", "machine-submit").get(proposal).then().statusCode(404);
    As.the("PAK", "officer").get(proposal).then().statusCode(200);

    policy("KAZ", permit("CORE", "UZB"));
    As.the("PAK", "machine-submit").get(proposal).then().statusCode(404);
    var id = proposal.substring(proposal.lastIndexOf('/') + 1);
    assertThat(Lists.items(() -> As.the("PAK", "machine-submit"), "/v1/proposals?limit=200"))
        .isNotEmpty()
        .noneMatch(it -> it.path("id").asText().equals(id));
  }

  @Test
  void itReachesTheOwnerOnceASecondPersonApproves() {
    var proposal = proposed("KAZ", path, wrongFirm());
    proposal.then().statusCode(202).body("effect.tells", equalTo("PAK"));
    seen("PAK", path).body("items", empty());

    As.the("KAZ", "officer")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(403);
    approved("KAZ", proposal);

    for (var reader : List.of("PAK", "KAZ")) {
      seen(reader, path)
          .body("items", hasSize(1))
          .body("items[0].state", equalTo("OPEN"))
          .body("items[0].ground", equalTo("WRONG_FIRM"))
          .body("items[0].challenger.participant", equalTo("KAZ"))
          .body("items[0].text", equalTo("Dissolved in 2019"));
    }
  }

  @Test
  void itIsDueInTheOwnersCalendarAsItWasThen() {
    var calendar = "/v1/participants/PAK/calendar";
    raised("KAZ", path);
    var due = Json.parse(seen("PAK", path).extract().asString()).at("/items/0/due");
    var before = As.the("PAK", "officer").get(calendar);

    As.the("PAK", "state-admin")
        .header("If-Match", before.header("ETag"))
        .body("{\"weekend\": [\"MONDAY\", \"TUESDAY\"], \"holidays\": [], \"workingDays\": []}")
        .put(calendar)
        .then()
        .statusCode(200);

    assertThat(due.path("workingDays").asInt()).isEqualTo(10);
    assertThat(due.path("timeZone").asText()).isEqualTo("Asia/Karachi");
    assertThat(due.path("calendarVersion").asInt()).isEqualTo(before.<Integer>path("version"));
    assertThat(Json.parse(seen("PAK", path).extract().asString()).at("/items/0/due"))
        .isEqualTo(due);
  }

  @Test
  void nobodyElseNotices() {
    var before = As.the("UZB", "officer").get(path);
    var owners = etag("PAK", path);
    var versions = As.the("KAZ", "officer").get(path + "/versions").asString();
    var changes = feed("UZB");

    answered("PAK", path, raised("KAZ", path));

    seen("UZB", path).body("items", empty());
    var after = As.the("UZB", "officer").get(path);
    assertThat(after.asString()).isEqualTo(before.asString());
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    assertThat(etag("PAK", path)).isEqualTo(owners);
    assertThat(As.the("KAZ", "officer").get(path + "/versions").asString()).isEqualTo(versions);
    assertThat(feed("UZB")).isEqualTo(changes);
  }

  @Test
  void ofSeveralChallengersEachSeesItsOwn() {
    raised("KAZ", path);
    raised("UZB", path);

    seen("PAK", path).body("items.challenger.participant", equalTo(List.of("KAZ", "UZB")));
    seen("KAZ", path).body("items.challenger.participant", equalTo(List.of("KAZ")));
    seen("UZB", path).body("items.challenger.participant", equalTo(List.of("UZB")));
  }

  @Test
  void theOwnersAnswerLeavesByASecondPersonAndClosesIt() {
    var challenge = raised("KAZ", path);
    var proposal = answerProposed("PAK", path, challenge);
    proposal
        .then()
        .statusCode(202)
        .body("effect.tells", equalTo("KAZ"))
        .body("effect.atLevel", equalTo("DETAIL"));
    seen("KAZ", path).body("items[0]", not(hasKey("answer")));

    approved("PAK", proposal);

    seen("KAZ", path)
        .body("items[0].state", equalTo("ANSWERED"))
        .body("items[0].answer.text", equalTo("Registered again in 2021"));
    answerProposed("PAK", path, challenge)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/act-not-possible"));
  }

  @Test
  void onlyOneOfTwoAnswersIsGiven() {
    var challenge = raised("KAZ", path);
    var second = answerProposed("PAK", path, challenge);
    answered("PAK", path, challenge);

    As.the("PAK", "releaser")
        .header("If-Match", As.the("PAK", "releaser").get(second.header("Location")).header("ETag"))
        .post(second.header("Location") + "/approve")
        .then()
        .statusCode(409);
  }

  @Test
  void aCorrectionClosesItForThoseWhoSeeIt() {
    raised("KAZ", path);
    raised("UZB", path);

    amended(draft("AFG").replace("Herat", "Balkh"));

    seen("PAK", path).body("items.state", equalTo(List.of("CORRECTED", "OPEN")));
    seen("KAZ", path).body("items.state", equalTo(List.of("CORRECTED")));
    seen("UZB", path).body("items.state", equalTo(List.of("OPEN")));
  }

  @Test
  void aChangeOfWhatIsTheOwnersAloneShowsInNoChallenge() {
    raised("KAZ", path);
    var before = seen("KAZ", path).extract().asString();

    amended(draft("AFG").replace("Seen before", "Seen twice"));

    assertThat(seen("KAZ", path).extract().asString()).isEqualTo(before);
  }

  @Test
  void renewingIsNoCorrectionAndRevokingIs() {
    raised("KAZ", path);
    carriedOut("PAK", path, "renew", "{\"reason\": \"Still refused\"}");
    seen("KAZ", path).body("items[0].state", equalTo("OPEN"));

    amended(draft("AFG").replace("Seen before", "Seen twice"));
    seen("KAZ", path).body("items[0].state", equalTo("OPEN"));

    carriedOut(
        "PAK", path, "revoke", "{\"reason\": \"Appeal\", \"revokeReason\": \"APPEAL_UPHELD\"}");
    seen("KAZ", path).body("items[0].state", equalTo("CORRECTED"));
  }

  @Test
  void onceUnsharedTheChallengerKeepsItsOwnWordsAlone() {
    var proposal = proposed("KAZ", path, wrongFirm());
    approved("KAZ", proposal);
    var challenge = path + "/challenges/" + seen("KAZ", path).extract().path("items[0].id");
    answered("PAK", path, challenge);
    raised("KAZ", path);

    policy("PAK", permit("CORE", "UZB"));

    As.the("KAZ", "officer").get(path + "/challenges").then().statusCode(404);
    As.the("KAZ", "officer")
        .get(proposal.header("Location"))
        .then()
        .statusCode(200)
        .body("content.text", equalTo("Dissolved in 2019"));
    seen("PAK", path).body("items.state", equalTo(List.of("ANSWERED", "UNSHARED")));
    String second = seen("PAK", path).extract().path("items[1].id");
    answerProposed("PAK", path, path + "/challenges/" + second).then().statusCode(409);
  }

  @Test
  void aChallengeOfWhatWasTakenBackMeanwhileIsNotApproved() {
    var proposal = proposed("KAZ", path, wrongFirm());
    policy("PAK", permit("CORE", "UZB"));

    Denials.stale("KAZ", proposal.header("Location")).body("effect.tells", nullValue());
    seen("PAK", path).body("items", empty());
  }

  @Test
  void anAnswerIsWithheldFromWhoSeesLessThanThen() {
    answered("PAK", path, raised("KAZ", path));

    policy("PAK", permit("CORE", "KAZ"));

    seen("KAZ", path)
        .body("items[0].state", equalTo("ANSWERED"))
        .body("items[0]", not(hasKey("answer")));
  }

  @Test
  void ofADenialWithdrawnInErrorNothingIsChallengedOrStillSaid() {
    answered("PAK", path, raised("KAZ", path));
    carriedOut(
        "PAK",
        path,
        "withdraw-in-error",
        "{\"reason\": \"File\", \"errorText\": \"Another firm\"}");

    seen("KAZ", path).body("items[0]", not(hasKey("answer")));
    seen("PAK", path).body("items[0]", hasKey("answer"));
    proposed("KAZ", path, wrongFirm()).then().statusCode(409).body("status", equalTo(409));
  }

  @Test
  void whatDoesNotHoldTogetherIsRefusedWithPointers() {
    proposed("KAZ", path, "{\"reason\": \"x\", \"ground\": \"BAD_LUCK\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/ground")));
    proposed("KAZ", path, "{\"reason\": \"x\", \"ground\": \"OTHER\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/text")));
    As.the("KAZ", "officer").body(wrongFirm()).post(path + "/challenges").then().statusCode(428);
  }

  @Test
  void oneDoesNotChallengeOnesOwnNorAnswerForAnother() {
    var challenge = raised("KAZ", path);

    proposed("PAK", path, wrongFirm())
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/yours"));
    answerProposed("KAZ", path, challenge).then().statusCode(403);
  }

  @Test
  void aChallengeOfAnotherRecordAnswersAsNone() {
    var other = raised("KAZ", notified("PAK", draft("AFG")));
    var id = other.substring(other.lastIndexOf('/') + 1);

    for (var name : List.of(id, UUID.randomUUID().toString(), "none")) {
      answerProposed("PAK", path, path + "/challenges/" + name).then().statusCode(404);
    }
  }

  @Test
  void theSameChallengeAskedForTwiceIsProposedOnce() {
    var tag = etag("KAZ", path);
    var key = UUID.randomUUID().toString();
    var once = As.the("KAZ", "officer").header("If-Match", tag).header("Idempotency-Key", key);
    var again = As.the("KAZ", "officer").header("If-Match", tag).header("Idempotency-Key", key);

    var first = once.body(wrongFirm()).post(path + "/challenges").header("Location");

    assertThat(again.body(wrongFirm()).post(path + "/challenges").header("Location"))
        .isEqualTo(first);
  }

  @Test
  void whatIsRaisedAnsweredAndReadIsInBothLogsWithoutPeopleOrWords() {
    var challenge = raised("KAZ", path);
    seen("PAK", path);
    answered("PAK", path, challenge);
    seen("KAZ", path);

    assertThat(logged("PAK", "denial.challenge", "KAZ", path)).isEqualTo(1);
    assertThat(logged("KAZ", "challenge.list", "PAK", challenge)).isEqualTo(1);
    assertThat(logged("KAZ", "challenge.answer", "PAK", challenge)).isEqualTo(1);
    assertThat(logged("PAK", "challenge.list", "KAZ", challenge)).isEqualTo(2);
  }

  @Test
  void onceNarrowedItIsLoggedAtTheLevelThatIsLeft() {
    policy("PAK", permit("DETAIL", "KAZ"));
    var challenge = raised("KAZ", path);
    policy("PAK", permit("CORE", "KAZ"));

    seen("KAZ", path);

    var ours = "items.findAll { it.event == 'challenge.list' }.records.flatten()";
    var id = challenge.substring(challenge.lastIndexOf('/') + 1);
    As.the("PAK", "auditor")
        .queryParam("limit", 200)
        .get("/v1/audit")
        .then()
        .body(ours + ".findAll { it.id == '%s' }.level".formatted(id), hasItem("CORE"));
  }

  /** How often a log says that another state did this to a thing; never who of it. */
  private static int logged(String log, String event, String by, String thing) {
    var found =
        "items.findAll { it.event == '%s' && it.by.participant == '%s' && '%s' in it.records.id }"
            .formatted(event, by, thing.substring(thing.lastIndexOf('/') + 1));
    var answer =
        As.the(log, "auditor").queryParam("limit", 200).get("/v1/audit").then().statusCode(200);
    answer.body(found, not(hasItem(hasKey("facts")))).body(found, not(hasItem(hasKey("texts"))));
    answer.body(found + ".by", not(hasItem(hasEntry(equalTo("account"), not(nullValue())))));
    return answer.extract().<List<Object>>path(found).size();
  }

  private void amended(String content) {
    carriedOut("PAK", path, "amend", "{\"reason\": \"Typo\", \"content\": %s}".formatted(content));
  }

  /** Where the recipient's feed ends, however many pages that takes. */
  private static int feed(String reader) {
    var count = 0;
    String after = null;
    boolean more;
    do {
      var request = As.the(reader, "officer").queryParam("limit", 200);
      if (after != null) {
        request.queryParam("after", after);
      }
      var page = request.get("/v1/changes").then().statusCode(200).extract();
      count += page.<List<Object>>path("changes").size();
      after = page.path("next");
      more = page.path("more");
    } while (more);
    return count;
  }
}
