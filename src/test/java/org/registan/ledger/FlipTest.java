package org.registan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.TestClock;
import org.registan.database.Database;
import org.registan.denial.Denials;
import org.registan.record.RecordTypes;
import org.registan.stand.StandResource;

/** Re-releases that meet something else: a stop, another owner's flip, an end of time. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class FlipTest {

  private static final String IF_IT_GIVES_CORE =
      """
      {"effect": "PERMIT", "level": "CORE", "to": {"participants": ["%s"]},
       "when": [{"reciprocity": "CORE"}]}
      """;

  @Inject Flip flip;
  @Inject Rereleases rereleases;
  @Inject Gates gates;
  @Inject RecordTypes types;
  @Inject Database database;
  @Inject TestClock clock;

  @BeforeEach
  void pakistanGivesKazakhstanCore() {
    As.stand();
    policy("PAK", permit("CORE", "KAZ"));
  }

  @AfterEach
  void theirOwnTimeAgain() {
    clock.reset();
  }

  @Test
  void twoStatesThatAskEachOtherForReciprocityComeToRest() {
    policy("PAK", IF_IT_GIVES_CORE.formatted("KAZ"));
    policy("KAZ", IF_IT_GIVES_CORE.formatted("PAK"));
    var path = notified("PAK", draft("AFG"));

    eventually(this::nothingWaits);

    As.the("KAZ", "officer").get(path).then().statusCode(200);
    policy("KAZ", permit("CORE", "UZB"));
    eventually(this::nothingWaits);
    As.the("KAZ", "officer").get(path).then().statusCode(404);
  }

  @Test
  void aStopPulledDuringAFlipIsNotUndoneByIt() {
    var path = notified("PAK", draft("AFG"));

    assertThatThrownBy(() -> flip.run("PAK", types.named("denial"), stoppedMeanwhile()))
        .hasMessage("This cannot be done in its present state");

    As.the("KAZ", "officer").get(path).then().statusCode(404);
    As.the("PAK", "officer").get("/v1/policies/denial").then().body("stopped", equalTo(true));
    eventually(this::nothingWaits);
    As.the("KAZ", "officer").get(path).then().statusCode(404);
    restart();
  }

  @Test
  void aStopPulledWhileTheLastOneIsTakenBackIsNotUndone() {
    var path = notified("PAK", draft("AFG"));
    stop();
    var first = stops();

    assertThatThrownBy(() ->
            flip.run(
                "PAK",
                types.named("denial"),
                new Flip.Target() {
                  @Override
                  public Bench bench(Handle handle, Bench inForce) {
                    return inForce.under(inForce.policy(), false);
                  }

                  @Override
                  public boolean takesBack(int stop) {
                    return stop == first;
                  }

                  @Override
                  public void claim(Handle handle) {
                    stop();
                  }
                }))
        .hasMessage("This cannot be done in its present state");

    As.the("KAZ", "officer").get(path).then().statusCode(404);
    restart();
  }

  @Test
  void whoAskedToTakeOneStopBackDoesNotTakeBackTheNext() {
    stop();
    var proposal =
        As.the("PAK", "officer")
            .body("{\"reason\": \"No leak\"}")
            .post("/v1/policies/denial/restart");
    stop();

    As.the("PAK", "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(409);
    As.the("PAK", "officer").get("/v1/policies/denial").then().body("stopped", equalTo(true));
    restart();
  }

  private int stops() {
    return database.act(handle -> gates.find(handle, "PAK", "denial").orElseThrow().stops());
  }

  @Test
  void whatFailsForOneOwnerKeepsNoOtherWaiting() {
    database.run(handle -> rereleases.request(handle, "AAA", "nothing that we know"));
    var path = notified("PAK", draft("AFG"));
    release(path, "UZB");
    var uzbekistan = Puller.of("UZB").follow();
    var id = id(path);
    assertThat(uzbekistan.disclosure(id)).isEqualTo("DETAIL");

    clock.advance(Duration.ofHours(2));

    eventually(() -> uzbekistan.follow().disclosure(id).isEmpty());
    database.run(handle -> handle.execute("DELETE FROM rerelease WHERE owner = 'AAA'"));
  }

  @Test
  void theEndOfAOneOffIsToldToWhoHadIt() {
    var path = notified("PAK", draft("AFG"));
    release(path, "KAZ");
    release(path, "UZB");
    var kazakhstan = Puller.of("KAZ").follow();
    var uzbekistan = Puller.of("UZB").follow();
    var id = path.substring(path.lastIndexOf('/') + 1);
    assertThat(kazakhstan.disclosure(id)).isEqualTo("DETAIL");
    assertThat(uzbekistan.disclosure(id)).isEqualTo("DETAIL");

    clock.advance(Duration.ofHours(2));

    eventually(() -> kazakhstan.follow().disclosure(id).equals("CORE"));
    eventually(() -> uzbekistan.follow().disclosure(id).isEmpty());
  }

  @Test
  void whoFirstPulledDuringAStopHasTheRecordsWhenItIsTakenBackAtOnce() {
    var id = id(notified("PAK", draft("AFG")));
    stop();
    var kazakhstan = Puller.of("KAZ").follow();
    assertThat(kazakhstan.disclosure(id)).isEmpty();

    restart();

    assertThat(kazakhstan.follow().disclosure(id)).isEqualTo("CORE");
  }

  @Test
  void aRecordAmendedAndOneAddedDuringAFlipFollowIt() {
    var amended = notified("PAK", draft("AFG"));
    var added = new AtomicReference<>("");
    var kazakhstan = Puller.of("KAZ").follow();

    flip.run(
        "PAK",
        types.named("denial"),
        toStopped(() -> {
          Denials.carriedOut(
              "PAK",
              amended,
              "amend",
              "{\"reason\": \"Typed wrong\", \"content\": %s}".formatted(draft("TKM")));
          added.set(id(notified("PAK", draft("AFG"))));
        }));

    assertThat(kazakhstan.follow().disclosure(id(amended))).isEmpty();
    assertThat(kazakhstan.disclosure(added.get())).isEmpty();
    restart();
    assertThat(kazakhstan.follow().disclosure(id(amended))).isEqualTo("CORE");
    assertThat(kazakhstan.disclosure(added.get())).isEqualTo("CORE");
    assertThat(kazakhstan.destination(id(amended))).isEqualTo("TKM");
  }

  @Test
  void anotherOwnersFlipMayBeginAndEndDuringOurs() {
    policy("KAZ", permit("CORE", "PAK"));
    var ours = id(notified("PAK", draft("AFG")));
    var theirs = id(notified("KAZ", draft("AFG")));
    var kazakhstan = Puller.of("KAZ").follow();
    var pakistan = Puller.of("PAK").follow();

    flip.run("PAK", types.named("denial"), toStopped(() -> policy("KAZ", permit("DETAIL", "PAK"))));

    assertThat(kazakhstan.follow().disclosure(ours)).isEmpty();
    assertThat(pakistan.follow().disclosure(theirs)).isEqualTo("DETAIL");
    restart();
  }

  @Test
  void whoBeginsToAskWhileAnOfferIsBeingTakenBackHearsOfIt() throws Exception {
    policy("KAZ", permit("CORE", "PAK"));
    policy("PAK", permit("CORE", "UZB"));
    var path = notified("PAK", draft("AFG"));
    var asking = new AtomicReference<Future<?>>();

    try (var someone = Executors.newSingleThreadExecutor()) {
      flip.run(
          "KAZ",
          types.named("denial"),
          new Flip.Target() {
            @Override
            public Bench bench(Handle handle, Bench inForce) {
              return inForce.under(inForce.policy(), true);
            }

            @Override
            public void done(Handle handle, Bench flipped) {
              asking.set(someone.submit(() -> policy("PAK", IF_IT_GIVES_CORE.formatted("KAZ"))));
              eventually(FlipTest.this::pakistanPrepares);
            }
          });
      asking.get().get(30, TimeUnit.SECONDS);
    }

    eventually(this::nothingWaits);
    As.the("KAZ", "officer").get(path).then().statusCode(404);
    restart("KAZ");
  }

  private boolean pakistanPrepares() {
    return database.act(handle ->
        handle
            .createQuery(
                "SELECT preparing IS NOT NULL FROM gate"
                    + " WHERE owner = 'PAK' AND rtype = 'denial'")
            .mapTo(boolean.class)
            .one());
  }

  /** A flip to a state in which all releases are stopped, with something done before it decides. */
  private static Flip.Target toStopped(Runnable meanwhile) {
    return new Flip.Target() {
      @Override
      public Bench bench(Handle handle, Bench inForce) {
        return inForce.under(inForce.policy(), true);
      }

      @Override
      public void claim(Handle handle) {
        meanwhile.run();
      }
    };
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void release(String path, String recipient) {
    var wish =
        """
        {"record": "%s", "recipient": "%s", "level": "DETAIL", "until": "%s", "reason": "Asked"}
        """
            .formatted(
                path.substring(path.lastIndexOf('/') + 1),
                recipient,
                Instant.now().plus(Duration.ofHours(1)));
    var proposal = As.the("PAK", "officer").body(wish).post("/v1/policies/denial/one-offs");
    proposal.then().statusCode(202);
    Denials.approved("PAK", proposal);
  }

  private Flip.Target stoppedMeanwhile() {
    return new Flip.Target() {
      @Override
      public Bench bench(Handle handle, Bench inForce) {
        return inForce;
      }

      @Override
      public void claim(Handle handle) {
        stop();
      }
    };
  }

  private static void stop() {
    As.the("PAK", "releaser")
        .body("{\"reason\": \"Leak suspected\"}")
        .post("/v1/policies/denial/stop")
        .then()
        .statusCode(200);
  }

  private static void restart() {
    restart("PAK");
  }

  private static void restart(String owner) {
    var proposal =
        As.the(owner, "officer")
            .body("{\"reason\": \"No leak\"}")
            .post("/v1/policies/denial/restart");
    Denials.approved(owner, proposal);
  }

  private boolean nothingWaits() {
    return database.act(rereleases::waiting).isEmpty();
  }

  private static void eventually(BooleanSupplier holds) {
    var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(20_000_000L);
    }
  }
}
