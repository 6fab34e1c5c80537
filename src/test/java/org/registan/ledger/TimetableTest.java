package org.registan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Life.decidedIn2020;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.TestClock;
import org.registan.database.Database;
import org.registan.denial.Life;
import org.registan.stand.StandResource;

/** What falls due happens by itself, once, on the owner's day, and keeps nobody else waiting. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class TimetableTest {

  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final Duration OVER_A_TERM = Duration.ofDays(1130);
  private static final Duration SHORT_OF_A_TERM = Duration.ofDays(1030);

  @Inject Timetable timetable;
  @Inject Gates gates;
  @Inject Database database;
  @Inject TestClock clock;

  @BeforeEach
  void twoStatesShareWithAThird() {
    As.stand();
    policy("PAK", permit("CORE", "UZB"));
    policy("KAZ", permit("CORE", "UZB"));
  }

  @AfterEach
  void theUsualTermAndTheirOwnTimeAgain() {
    clock.reset();
    Life.term("PAK", 36, "LAPSE").statusCode(200);
  }

  @Test
  void aDenialThatNobodyRenewedLapsesAsAVersionOfThePlatforms() {
    var path = notifiedBefore("PAK", OVER_A_TERM);
    var uzbekistan = Puller.of("UZB").follow();

    eventually(() -> isLapsed("PAK", path));

    As.the("UZB", "officer").get(path).then().statusCode(200).body("status", equalTo("LAPSED"));
    assertThat(uzbekistan.follow().told(id(path)).getLast()).isEqualTo("UPDATED with its view");
    assertThat(Puller.of("PAK").follow().disclosure(id(path))).isEqualTo("OWNER");
    As.the("PAK", "officer")
        .get(path + "/versions")
        .then()
        .body("items", hasSize(2))
        .body("items[0].act", equalTo("lapse"))
        .body("items[0].by.account", equalTo("platform"));
    As.the("UZB", "officer")
        .get("/v1/denials?status=LAPSED")
        .then()
        .body("items.id", hasItem(id(path)));
  }

  @Test
  void severalNodesAtOnceDoEachThingOnce() throws Exception {
    var paths = IntStream.range(0, 6).mapToObj(i -> notifiedBefore("PAK", OVER_A_TERM)).toList();
    var uzbekistan = Puller.of("UZB").follow();
    Callable<Boolean> node =
        () -> {
          eventually(() -> paths.stream().allMatch(it -> isLapsed("PAK", it)));
          return true;
        };

    try (var nodes = Executors.newFixedThreadPool(2)) {
      for (var done : nodes.invokeAll(List.of(node, node))) {
        assertThat(done.get()).isTrue();
      }
    }

    uzbekistan.follow();
    for (var path : paths) {
      As.the("PAK", "officer").get(path + "/versions").then().body("items", hasSize(2));
      assertThat(uzbekistan.told(id(path)).stream().filter(it -> it.startsWith("UPDATED")))
          .hasSize(1);
      assertThat(events(path)).containsOnlyOnce("denial.lapse");
    }
  }

  @Test
  void itLapsesWhenItsLastDayIsOverWhereItsOwnerIs() {
    var today = LocalDate.ofInstant(clock.instant(), KARACHI);
    var first = today.minusMonths(36);
    var path = notifiedBefore("PAK", Duration.ofDays(today.toEpochDay() - first.toEpochDay()));
    var last = LocalDate.parse(As.the("PAK", "officer").get(path).path("validUntil"));

    var end = last.plusDays(1).atStartOfDay(KARACHI).toInstant();
    clock.advance(Duration.between(clock.instant(), end.minusSeconds(5)));
    timetable.run();
    assertThat(status("PAK", path)).isEqualTo("IN_FORCE");

    clock.advance(Duration.between(clock.instant(), end));
    eventually(() -> isLapsed("PAK", path));
  }

  @Test
  void whatWasRenewedInTimeDoesNotLapse() {
    var path = notifiedBefore("PAK", OVER_A_TERM);
    var renewed = notifiedAndRenewed();
    eventually(() -> isLapsed("PAK", path));

    assertThat(status("PAK", renewed)).isEqualTo("IN_FORCE");
  }

  @Test
  void itsOwnerIsRemindedOnceBeforeTheTermEndsAndFindsItByItsEnd() {
    var path = notifiedBefore("PAK", SHORT_OF_A_TERM);

    eventually(() -> isTold(path, "denial.term-ends-soon"));
    carriedOut(
        "PAK",
        path,
        "amend",
        "{\"reason\": \"Typo\", \"content\": %s}"
            .formatted(decidedIn2020().replace("Herat", "Balkh")));
    timetable.run();
    timetable.run();

    assertThat(events(path)).containsOnlyOnce("denial.term-ends-soon");
    String end = As.the("PAK", "officer").get(path).path("validUntil");
    ends("PAK", "termFrom=" + end + "&termTo=" + end).body("items.id", hasItem(id(path)));
    ends("UZB", "termFrom=" + end + "&termTo=" + end).body("items.id", hasItem(id(path)));
    ends("PAK", "termTo=" + LocalDate.parse(end).minusDays(1))
        .body("items.id", not(hasItem(id(path))));
    assertThat(status("PAK", path)).isEqualTo("IN_FORCE");
  }

  @Test
  void whatIsDueForReviewStandsAndItsOwnerIsTold() {
    clock.advance(OVER_A_TERM.negated());
    Life.term("PAK", 36, "REVIEW_DUE").statusCode(200);
    var path = notified("PAK", decidedIn2020());
    clock.reset();

    eventually(() -> isTold(path, "denial.review-due"));

    As.the("UZB", "officer").get(path).then().body("status", equalTo("IN_FORCE"));
    As.the("PAK", "officer").get(path + "/versions").then().body("items", hasSize(1));
    timetable.run();
    assertThat(events(path)).containsOnlyOnce("denial.review-due");
  }

  @Test
  void whatCannotBeDoneForOneKeepsNobodyElseWaiting() {
    var broken = notifiedBefore("PAK", OVER_A_TERM);
    var content = replaceContent(broken, "{}");
    var ofTheSameOwner = notifiedBefore("PAK", OVER_A_TERM);
    var ofAnother = notifiedBefore("KAZ", OVER_A_TERM);

    eventually(() -> isLapsed("PAK", ofTheSameOwner) && isLapsed("KAZ", ofAnother));

    assertThat(status("PAK", broken)).isEqualTo("IN_FORCE");
    replaceContent(broken, content);
    eventually(() -> isLapsed("PAK", broken));
  }

  @Test
  void anOwnerWhoIsBusyIsLeftForTheNextRound() throws Exception {
    clock.advance(OVER_A_TERM.negated());
    var busy = notified("PAK", decidedIn2020());
    var free = notified("KAZ", decidedIn2020());
    var passed = new CountDownLatch(1);
    var done = new CountDownLatch(1);

    try (var someone = Executors.newSingleThreadExecutor()) {
      var holding = someone.submit(() -> hold("PAK", passed, done));
      passed.await();
      clock.reset(); // both are due only now
      eventually(() -> isLapsed("KAZ", free));
      assertThat(status("PAK", busy)).isEqualTo("IN_FORCE");
      done.countDown();
      holding.get();
    }

    eventually(() -> isLapsed("PAK", busy));
  }

  /** Keeps an owner's gate until told. */
  private boolean hold(String owner, CountDownLatch passed, CountDownLatch done) {
    return database.act(handle -> {
      gates.pass(handle, owner, "denial");
      passed.countDown();
      try {
        return done.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
  }

  private String notifiedBefore(String owner, Duration ago) {
    clock.advance(ago.negated());
    var path = notified(owner, decidedIn2020());
    clock.reset();
    return path;
  }

  private String notifiedAndRenewed() {
    clock.advance(OVER_A_TERM.negated());
    var path = notified("PAK", decidedIn2020());
    clock.advance(SHORT_OF_A_TERM.dividedBy(2));
    carriedOut("PAK", path, "renew", "{\"reason\": \"Review\"}");
    clock.reset();
    return path;
  }

  private String replaceContent(String path, String content) {
    return database.act(handle -> {
      var before =
          handle
              .createQuery("SELECT content FROM record WHERE id = :id")
              .bind("id", id(path))
              .mapTo(String.class)
              .one();
      handle.execute("UPDATE record SET content = ? WHERE id = ?", content, id(path));
      return before;
    });
  }

  private boolean isLapsed(String owner, String path) {
    if (status(owner, path).equals("LAPSED")) {
      return true;
    }
    timetable.run();
    return status(owner, path).equals("LAPSED");
  }

  private boolean isTold(String path, String event) {
    timetable.run();
    return events(path).contains(event);
  }

  private static String status(String owner, String path) {
    return As.the(owner, "officer").get(path).path("status");
  }

  private static List<String> events(String path) {
    var log = As.the("PAK", "auditor").get("/v1/audit?limit=200&record=" + id(path));
    return JsonPath.from(log.asString()).getList("items.event");
  }

  private static ValidatableResponse ends(String who, String filter) {
    return As.the(who, "officer")
        .get("/v1/denials?limit=200&owner=PAK&status=IN_FORCE&" + filter)
        .then()
        .statusCode(200);
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void eventually(BooleanSupplier holds) {
    var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(20_000_000L);
    }
  }
}
