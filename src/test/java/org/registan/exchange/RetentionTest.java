package org.registan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.Lists;
import org.registan.OtherNode;
import org.registan.TestClock;
import org.registan.denial.Denials;
import org.registan.denial.Persons;
import org.registan.stand.StandResource;

/** Persons' data of what ended long ago are proposed for erasure once, and a person decides. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class RetentionTest {

  private static final Duration YEAR = Duration.ofDays(366);
  private static final int ROUNDS = 100;
  private static final String TERM = "/v1/denials/term";

  @Inject Retention retention;
  @Inject TestClock clock;
  @Inject OtherNode nodes;
  @Inject Jdbi jdbi;

  @BeforeEach
  void aStateWithOfficers() {
    As.stand();
  }

  @AfterEach
  void theUsualTermAndTimeAgain() {
    clock.reset();
    nodes.resume();
    keptFor(10);
  }

  @Test
  void whatEndedTenYearsAgoIsProposedAndAnotherPersonErasesIt() {
    var path = revokedBefore(YEAR.multipliedBy(10));
    var later = revokedBefore(YEAR.multipliedBy(9));

    lookFor(path);
    retention.run();

    assertThat(open(later)).isEmpty();
    assertThat(open(path)).hasSize(1);
    var proposal = proposal(open(path).getFirst());
    assertThat(proposal.<String>path("proposedBy.account")).isEqualTo("platform");
    decide("releaser", open(path).getFirst(), "approve");
    As.the("PAK", "officer").get(path).then().body("parties[0].erased", notNullValue());
    retention.run();
    assertThat(open(path)).isEmpty();
  }

  @Test
  void severalNodesAtOnceProposeItOnce() throws Exception {
    var paths = List.of(revokedBefore(YEAR.multipliedBy(10)), revokedBefore(YEAR.multipliedBy(11)));
    Callable<Boolean> node =
        () -> {
          retention.run();
          return true;
        };

    try (var nodes = Executors.newFixedThreadPool(2)) {
      for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
        assertThat(done.get()).isTrue();
      }
    }
    paths.forEach(this::lookFor);

    paths.forEach(path -> assertThat(open(path)).hasSize(1));
  }

  @Test
  void whatWasDeclinedIsProposedAgainAfterAYear() {
    var path = revokedBefore(YEAR.multipliedBy(10));
    lookFor(path);
    decide("officer", open(path).getFirst(), "discard");

    retention.run();
    assertThat(open(path)).isEmpty();
    clock.advance(YEAR);
    lookFor(path);
    assertThat(open(path)).hasSize(1);
  }

  @Test
  void whatNoLongerFitsTheRecordIsProposedAnew() {
    keptFor(1);
    var path = revokedBefore(YEAR.multipliedBy(2));
    lookFor(path);
    var outdated = open(path).getFirst();
    clock.advance(YEAR.multipliedBy(-2).plusDays(1));
    carriedOut("PAK", path, "withdraw-in-error", "{\"reason\": \"x\", \"errorText\": \"y\"}");
    clock.reset();

    for (int round = 0; round < ROUNDS && open(path).contains(outdated); round++) {
      retention.run();
    }

    assertThat(open(path)).hasSize(1).doesNotContain(outdated);
    assertThat(proposal(outdated).<String>path("state")).isEqualTo("DISCARDED");
  }

  @Test
  void anotherStatesTermAndWhatHoldsNoPersonsAreLeftAlone() {
    nodes.pause(); // what stands would lapse on the way
    clock.advance(YEAR.multipliedBy(-10));
    var firm = notified("PAK", decidedLongAgo(draft("AFG")));
    revoked("PAK", firm);
    var standing = notified("PAK", decidedLongAgo(Persons.denied("AFG")));
    var foreign = notified("KAZ", decidedLongAgo(Persons.denied("AFG")));
    clock.advance(YEAR.multipliedBy(8));
    revoked("KAZ", foreign);
    clock.reset();
    keptFor(1);

    retention.run();

    assertThat(open(firm)).isEmpty();
    assertThat(open(standing)).isEmpty();
    assertThat(open("KAZ", foreign)).isEmpty();
  }

  @Test
  void itsAdministratorSaysForHowLong() {
    var path = revokedBefore(YEAR.multipliedBy(3));
    retention.run();
    assertThat(open(path)).isEmpty();

    keptFor(2);
    lookFor(path);

    assertThat(open(path)).hasSize(1);
    As.the("PAK", "officer").get(TERM).then().body("retentionYears", equalTo(2));
  }

  @Test
  void whoSaidForHowLongDoesNotDecideWhatFollows() {
    var path = revokedBefore(YEAR.multipliedBy(3));
    keptFor(2);
    lookFor(path);
    var proposal = open(path).getFirst();
    jdbi.useHandle(it -> it.execute("UPDATE term SET changed_by = ?", releaser(path)));

    refused(proposal, "approve");
    kept(2, 24);
    refused(proposal, "approve");
    keptFor(3);
    keptFor(2);

    decide("releaser", proposal, "approve");
  }

  @Test
  void whatIsToBeKeptLongerIsNotErasedByAnOlderProposal() {
    var path = revokedBefore(YEAR.multipliedBy(3));
    keptFor(2);
    lookFor(path);
    var older = open(path).getFirst();

    keptFor(10);

    Denials.stale("PAK", "/v1/proposals/" + older);
  }

  private static String releaser(String path) {
    return As.the("PAK", "officer").get(path + "/versions").path("items[0].by.account");
  }

  private static void refused(String id, String how) {
    As.the("PAK", "releaser")
        .header("If-Match", proposal(id).header("ETag"))
        .post("/v1/proposals/" + id + "/" + how)
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/four-eyes"));
  }

  /** Until it is proposed: an owner who is busy with something else is left for the next round. */
  private void lookFor(String path) {
    for (int round = 0; round < ROUNDS && open(path).isEmpty(); round++) {
      retention.run();
    }
  }

  /** A denial of a person that its owner revoked so long ago. */
  private String revokedBefore(Duration ago) {
    clock.advance(ago.negated());
    var path = notified("PAK", decidedLongAgo(Persons.denied("AFG")));
    revoked("PAK", path);
    clock.reset();
    return path;
  }

  private static void revoked(String owner, String path) {
    carriedOut(owner, path, "revoke", "{\"reason\": \"x\", \"revokeReason\": \"APPEAL_UPHELD\"}");
  }

  private static String decidedLongAgo(String denial) {
    return denial.replace("2026-01-15", "2010-01-15");
  }

  private static void keptFor(int years) {
    kept(years, 36);
  }

  private static void kept(int years, int months) {
    var before = As.the("PAK", "officer").get(TERM);
    As.the("PAK", "state-admin")
        .header("If-Match", before.header("ETag"))
        .body(
            "{\"months\": %d, \"atTerm\": \"LAPSE\", \"retentionYears\": %d}"
                .formatted(months, years))
        .put(TERM)
        .then()
        .statusCode(200);
  }

  private static List<String> open(String path) {
    return open("PAK", path);
  }

  private static List<String> open(String owner, String path) {
    var id = path.substring(path.lastIndexOf('/') + 1);
    return Lists.items(() -> As.the(owner, "officer"), "/v1/proposals?state=OPEN&limit=200")
        .stream()
        .filter(it -> it.path("record").asText().equals(id))
        .map(it -> it.path("id").asText())
        .toList();
  }

  private static ExtractableResponse<Response> proposal(String id) {
    return As.the("PAK", "officer").get("/v1/proposals/" + id).then().statusCode(200).extract();
  }

  private static void decide(String role, String id, String how) {
    As.the("PAK", role)
        .header("If-Match", proposal(id).header("ETag"))
        .post("/v1/proposals/" + id + "/" + how)
        .then()
        .statusCode(200);
  }
}
