package org.registan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** Who follows its cursor is told all that changed for it, and holds what a full read gives. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class FeedTest {

  @Inject Jdbi jdbi;

  private Puller kazakhstan;
  private String path;
  private String id;

  @BeforeEach
  void kazakhstanFollowsWhatPakistanShares() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
    kazakhstan = Puller.of("KAZ").follow();
    path = notified("PAK", draft("AFG"));
    id = path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void onlyTheNewestEntryOfARecordCarriesItsView() {
    amend(draft("IRN"));

    kazakhstan.follow();

    assertThat(kazakhstan.told(id)).containsExactly("SHARED superseded", "UPDATED with its view");
  }

  @Test
  void aPolicyThatNarrowsIsTold() {
    kazakhstan.follow();

    policy("PAK", permit("CORE", "KAZ"));

    assertThat(kazakhstan.follow().disclosure(id)).isEqualTo("CORE");
  }

  @Test
  void aPolicyThatWidensIsTold() {
    var uzbekistan = Puller.of("UZB").follow();
    assertThat(uzbekistan.disclosure(id)).isEqualTo("CORE");

    policy("PAK", permit("DETAIL", "KAZ"), permit("DETAIL", "UZB"));

    assertThat(uzbekistan.follow().disclosure(id)).isEqualTo("DETAIL");
  }

  @Test
  void aPolicyThatNoLongerReleasesIsTold() {
    kazakhstan.follow();

    policy("PAK", permit("CORE", "UZB"));

    assertThat(kazakhstan.follow().disclosure(id)).isEmpty();
  }

  @Test
  void aHoldIsTold() {
    kazakhstan.follow();

    As.the("PAK", "releaser")
        .header("If-Match", org.registan.denial.Denials.etag("PAK", path))
        .body("{\"reason\": \"Doubt\"}")
        .post(path + "/hold")
        .then()
        .statusCode(200);

    assertThat(kazakhstan.follow().disclosure(id)).isEmpty();
  }

  @Test
  void whatChangesNothingForSomeoneIsNotToldToIt() {
    var uzbekistan = Puller.of("UZB").follow();

    amend(draft("AFG").replace("Herat", "Kandahar"));

    assertThat(uzbekistan.follow().told(id)).containsExactly("SHARED with its view");
  }

  @Test
  void whoIsBlockedWhileItWaitsIsToldNothing() {
    var waits = As.the("KAZ", "officer").queryParam("after", kazakhstan.follow().cursor());
    String me = As.the("KAZ", "officer").get("/v1/me").path("account");
    var account = "/v1/participants/KAZ/accounts/" + me;
    var looked = looks();
    var answer =
        CompletableFuture.supplyAsync(() -> waits.queryParam("wait", 20).get("/v1/changes"));
    while (looks() == looked) {
      LockSupport.parkNanos(20_000_000L);
    }
    As.the("KAZ", "state-admin").post(account + "/block").then().statusCode(200);
    try {
      notified("PAK", draft("AFG"));

      assertThat(answer.join().statusCode()).isEqualTo(401);
    } finally {
      As.the("KAZ", "state-admin").post(account + "/unblock").then().statusCode(200);
    }
  }

  /** How often Kazakhstan looked into its feed. */
  private int looks() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT COUNT(*) FROM audit_entry WHERE log = 'KAZ' AND body LIKE '%changes.read%'")
            .mapTo(int.class)
            .one());
  }

  private void amend(String content) {
    carriedOut("PAK", path, "amend", "{\"reason\": \"Typo\", \"content\": %s}".formatted(content));
  }
}
