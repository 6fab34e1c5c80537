package org.registan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.TestClock;
import org.registan.kernel.Actor;
import org.registan.stand.StandResource;

/** Who goes too fast waits, and nobody else does. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class PaceTest {

  @Inject TestClock clock;
  @Inject Pace pace;

  @BeforeEach
  void timeStands() {
    As.stand();
    clock.stop();
  }

  @AfterEach
  void timeGoesOn() {
    clock.advance(Duration.ofHours(1));
    clock.reset();
  }

  @Test
  void aPauseEarnsABurstAndNoMore() {
    var slow = new Pace(clock, 2, 5);
    var who = known("one");
    for (int i = 0; i < 5; i++) {
      assertThat(slow.take(who)).isZero();
    }
    assertThat(slow.take(who)).isEqualTo(Duration.ofMillis(500));
    assertThat(slow.take(known("another"))).isZero();

    clock.advance(Duration.ofMillis(500));
    assertThat(slow.take(who)).isZero();
    assertThat(slow.take(who)).isPositive();

    clock.advance(Duration.ofHours(1));
    for (int i = 0; i < 5; i++) {
      assertThat(slow.take(who)).isZero();
    }
    assertThat(slow.take(who)).isPositive();
  }

  @Test
  void aClockThatIsPutBackHoldsNobodyUp() {
    var slow = new Pace(clock, 2, 5);
    var who = known("one");
    clock.advance(Duration.ofHours(1));
    assertThat(slow.take(who)).isZero();

    clock.advance(Duration.ofHours(-1));

    for (int i = 0; i < 5; i++) {
      assertThat(slow.take(who)).isZero();
    }
    assertThat(slow.take(who)).isPositive();
  }

  @Test
  void strangersAreMeasuredByAddressAndNeverWithAnAccount() {
    var slow = new Pace(clock, 1, 1);
    assertThat(slow.take(Visit.from(clock.instant(), "192.0.2.1"))).isZero();
    assertThat(slow.take(Visit.from(clock.instant(), "192.0.2.1"))).isPositive();
    assertThat(slow.take(Visit.from(clock.instant(), "192.0.2.2"))).isZero();
    assertThat(slow.take(known("192.0.2.1"))).isZero();
    assertThat(slow.take(Visit.from(clock.instant(), "2001:db8:1:2:3:4:5:6"))).isZero();
    assertThat(slow.take(Visit.from(clock.instant(), "2001:db8:1:2:ffff:4:5:7"))).isPositive();
  }

  @Test
  void manyStrangersDoNotFillTheMemory() {
    var slow = new Pace(clock, 1, 1);
    for (int i = 0; i < 30_000; i++) {
      slow.take(Visit.from(clock.instant(), "stranger " + i));
    }
    assertThat(slow.strangers()).isLessThanOrEqualTo(20_001);
    assertThat(slow.take(Visit.from(clock.instant(), "one more"))).isPositive();
    assertThat(slow.take(known("account"))).isZero();
  }

  @Test
  void whoIsTooFastIsToldHowLongToWaitWhoeverElseIsServed() {
    var account = As.the("KAZ", "auditor").get("/v1/me").jsonPath().getString("account");
    exhaust(known(account));

    As.the("KAZ", "auditor")
        .get("/v1/me")
        .then()
        .statusCode(429)
        .header("Retry-After", equalTo("1"))
        .body("type", equalTo("/problems/too-many-requests"));
    As.the("KAZ", "auditor").get("/v1/denials").then().statusCode(429);
    As.the("KAZ", "officer").get("/v1/me").then().statusCode(200);
    As.the("PAK", "auditor").get("/v1/me").then().statusCode(200);

    clock.advance(Duration.ofSeconds(1));
    As.the("KAZ", "auditor").get("/v1/me").then().statusCode(200);
  }

  @Test
  void strangersWaitByAddressAndWhoHasATokenDoesNot() {
    exhaust(Visit.from(clock.instant(), "127.0.0.1"));

    As.nobody().get("/v1/me").then().statusCode(429);
    As.bearing("not-a-token").get("/v1/me").then().statusCode(429);
    As.the("UZB", "officer").get("/v1/me").then().statusCode(200);

    clock.advance(Duration.ofSeconds(1));
    As.nobody().get("/v1/me").then().statusCode(401);
  }

  private void exhaust(Visit who) {
    while (pace.take(who).isZero()) {
      // as often as it goes
    }
  }

  private Visit known(String account) {
    var visit = Visit.from(clock.instant(), "127.0.0.1");
    visit.by(new Actor("KAZ", "CID", Set.of("auditor"), account, null));
    return visit;
  }
}
