package org.registan.denial;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Denials.proposed;
import static org.registan.denial.Life.decidedIn2020;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.TestClock;
import org.registan.stand.StandResource;

/** What becomes of a denial after its notification, as its recipients read it. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class LifeTest {

  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final String RENEWAL = "{\"reason\": \"Review\", \"renewText\": \"Grounds hold\"}";
  private static final String SUSPENSION =
      "{\"reason\": \"Court\", \"suspendText\": \"Stayed by a court\"}";

  @Inject TestClock clock;

  @BeforeEach
  void pakistanGivesKazakhstanCore() {
    As.stand();
    policy("PAK", permit("CORE", "KAZ"));
  }

  @AfterEach
  void theUsualTermAndTheirOwnTimeAgain() {
    clock.reset();
    Life.term("PAK", 36, "LAPSE").statusCode(200);
  }

  @Test
  void aRenewalGivesANewTermAndLeavesTheDatesOfTheNotice() {
    clock.advance(Duration.ofDays(-1000));
    var then = today();
    var path = notified("PAK", decidedIn2020());
    clock.reset();

    carriedOut("PAK", path, "renew", RENEWAL);

    asKazakhstanReads(path)
        .body("status", equalTo("IN_FORCE"))
        .body("decisionDate", equalTo("2020-01-15"))
        .body("notificationDate", equalTo(then.toString()))
        .body("renewal.date", equalTo(today().toString()))
        .body("renewal.text", equalTo("Grounds hold"))
        .body("validUntil", equalTo(today().plusMonths(36).toString()));
  }

  @Test
  void aSuspensionStandsBesideTheStatusUntilItsFinalAssessment() {
    var path = notified("PAK", draft("AFG"));
    impossible(path, "final-assessment", assessment("CONFIRMED"));

    carriedOut("PAK", path, "suspend", SUSPENSION);
    asKazakhstanReads(path)
        .body("status", equalTo("IN_FORCE"))
        .body("suspension.text", equalTo("Stayed by a court"))
        .body("$", not(hasKey("finalAssessment")));
    impossible(path, "suspend", SUSPENSION);

    carriedOut("PAK", path, "final-assessment", assessment("CONFIRMED"));
    asKazakhstanReads(path)
        .body("status", equalTo("IN_FORCE"))
        .body("finalAssessment.outcome", equalTo("CONFIRMED"));

    carriedOut("PAK", path, "suspend", SUSPENSION);
    asKazakhstanReads(path).body("$", not(hasKey("finalAssessment")));
    carriedOut("PAK", path, "final-assessment", assessment("LIFTED"));
    asKazakhstanReads(path)
        .body("status", equalTo("REVOKED"))
        .body("finalAssessment.outcome", equalTo("LIFTED"));
    impossible(path, "renew", RENEWAL);
  }

  @Test
  void aNoticeOfASuspendedAuthorisationAwaitsItsFinalAssessmentFromTheStart() {
    var path = notified("PAK", draft("AFG").replace("\"REFUSAL\"", "\"SUSPENSION\""));

    impossible(path, "suspend", SUSPENSION);
    carriedOut("PAK", path, "final-assessment", assessment("CONFIRMED"));
    asKazakhstanReads(path).body("finalAssessment.date", equalTo(today().toString()));
    impossible(path, "final-assessment", assessment("CONFIRMED"));
  }

  @Test
  void whatARequestLacksIsSaidWhenItIsProposed() {
    var path = notified("PAK", draft("AFG").replace("\"REFUSAL\"", "\"SUSPENSION\""));
    refused(path, "final-assessment", assessment("MAYBE"), "/outcome");
    refused(path, "final-assessment", assessment("CONFIRMED_IN_PART"), "/assessmentText");

    var other = notified("PAK", draft("AFG"));
    var past = SUSPENSION.replace("}", ", \"expectedEnd\": \"2020-01-01\"}");
    refused(other, "suspend", past, "/expectedEnd");
  }

  @Test
  void aDecisionIsNotLaterThanItsNotificationByTheOwnersDays() {
    lateInTheEvening();
    var there = today();
    var path = notified("PAK", draft("AFG").replace("2026-01-15", there.toString()));
    asKazakhstanReads(path)
        .body("decisionDate", equalTo(there.toString()))
        .body("notificationDate", equalTo(there.toString()));
    As.the("PAK", "officer")
        .body(draft("AFG").replace("2026-01-15", there.plusDays(1).toString()))
        .post("/v1/denials")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/decisionDate"));
  }

  @Test
  void anAmendmentCannotMoveTheDecisionPastTheNotification() {
    clock.advance(Duration.ofDays(-1000));
    var path = notified("PAK", decidedIn2020());
    clock.reset();
    var amendment = "{\"reason\": \"Typo\", \"content\": %s}";

    refused(path, "amend", amendment.formatted(draft("AFG")), "/content/decisionDate");
    carriedOut("PAK", path, "amend", amendment.formatted(decidedIn2020()));
  }

  @Test
  void aStatesTermHoldsForWhatBeginsAfterIt() {
    var before = notified("PAK", draft("AFG"));

    Life.term("PAK", 24, "REVIEW_DUE").statusCode(200).body("months", equalTo(24));

    var end = today().plusMonths(24).toString();
    asKazakhstanReads(notified("PAK", draft("AFG")))
        .body("reviewDue", equalTo(end))
        .body("$", not(hasKey("validUntil")));
    asKazakhstanReads(before).body("validUntil", equalTo(today().plusMonths(36).toString()));
    carriedOut("PAK", before, "renew", RENEWAL);
    asKazakhstanReads(before).body("reviewDue", equalTo(end)).body("$", not(hasKey("validUntil")));
  }

  @Test
  void aTermIsChangedByWhoReadIt() {
    var body = "{\"months\": 24, \"atTerm\": \"LAPSE\"}";
    var request = As.the("PAK", "state-admin").body(body);
    request.put("/v1/denials/term").then().statusCode(428);
    As.the("PAK", "state-admin")
        .header("If-Match", "\"other\"")
        .body(body)
        .put("/v1/denials/term")
        .then()
        .statusCode(412);
    Life.term("PAK", 5, "LAPSE").statusCode(400).body("errors.pointer", contains("/months"));
  }

  @Test
  void aNoticeWhoseTermWasChangedMeanwhileIsApprovedOnlyOnceItIsReadAgain() {
    var path = Denials.drafted("PAK", draft("AFG"));
    var proposal = proposed("PAK", path, "notify", "{\"reason\": \"Board\"}").extract();
    Life.term("PAK", 24, "LAPSE").statusCode(200);

    As.the("PAK", "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(412);
  }

  /** The next time that it is tomorrow in Karachi, but not in the platform's own zone. */
  private void lateInTheEvening() {
    var now = clock.instant().atZone(ZoneOffset.UTC);
    var evening = now.with(LocalTime.of(20, 30));
    clock.advance(Duration.between(now, evening.isAfter(now) ? evening : evening.plusDays(1)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), KARACHI);
  }

  private static String assessment(String outcome) {
    return "{\"reason\": \"Decided\", \"outcome\": \"%s\"}".formatted(outcome);
  }

  private static void impossible(String path, String act, String body) {
    proposed("PAK", path, act, body).statusCode(409);
  }

  private static void refused(String path, String act, String body, String pointer) {
    proposed("PAK", path, act, body).statusCode(422).body("errors.pointer", contains(pointer));
  }

  private static ValidatableResponse asKazakhstanReads(String path) {
    return As.the("KAZ", "officer").get(path).then().statusCode(200);
  }
}
