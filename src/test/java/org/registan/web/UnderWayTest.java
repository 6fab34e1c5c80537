package org.registan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests under way use up the share of their own account and participant alone. */
class UnderWayTest {

  private final AtOnce atOnce = new AtOnce(4, 2);

  @Test
  void oneTooManyOfAnAccountWaitsUntilAnotherIsOver() {
    assertThat(atOnce.enter("PAK", "ayesha")).isTrue();
    assertThat(atOnce.enter("PAK", "ayesha")).isTrue();
    assertThat(atOnce.enter("PAK", "ayesha")).isFalse();

    atOnce.leave("PAK", "ayesha");

    assertThat(atOnce.enter("PAK", "ayesha")).isTrue();
    assertThat(atOnce.enter("PAK", "ayesha")).isFalse();
  }

  @Test
  void anAccountLeavesTheOthersOfItsStateTheirs() {
    atOnce.enter("PAK", "ayesha");
    atOnce.enter("PAK", "ayesha");
    atOnce.enter("PAK", "ayesha");

    assertThat(atOnce.enter("PAK", "imran")).isTrue();
    assertThat(atOnce.enter("PAK", "imran")).isTrue();
  }

  @Test
  void aStateLeavesTheOthersTheirs() {
    for (var account : List.of("ayesha", "ayesha", "imran", "imran")) {
      atOnce.enter("PAK", account);
    }

    assertThat(atOnce.enter("PAK", "client one")).isFalse();
    assertThat(atOnce.enter("KAZ", "dana")).isTrue();

    atOnce.leave("PAK", "imran");

    assertThat(atOnce.enter("PAK", "client one")).isTrue();
  }

  @Test
  void whatFollowsARequestIsDoneOnceHoweverOftenItEnds() {
    var done = new ArrayList<String>();
    var visit = Visit.from(Instant.EPOCH, "192.0.2.1");
    visit.whenOver(() -> done.add("in time"));
    assertThat(done).isEmpty();

    visit.end();
    visit.end();
    assertThat(done).containsExactly("in time");

    visit.whenOver(() -> done.add("too late to wait"));
    assertThat(done).containsExactly("in time", "too late to wait");
  }
}
