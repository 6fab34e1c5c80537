package org.registan.web;

import static org.assertj.core.api.Assertions.assertThat;

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
}
