package org.registan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Requests under way use up their own participant's share alone. */
class UnderWayTest {

  private final AtOnce atOnce = new AtOnce(2);

  @Test
  void oneTooManyWaitsUntilAnotherIsOver() {
    assertThat(atOnce.enter("PAK")).isTrue();
    assertThat(atOnce.enter("PAK")).isTrue();
    assertThat(atOnce.enter("PAK")).isFalse();

    atOnce.leave("PAK");

    assertThat(atOnce.enter("PAK")).isTrue();
    assertThat(atOnce.enter("PAK")).isFalse();
  }

  @Test
  void othersAreNotKeptWaiting() {
    atOnce.enter("PAK");
    atOnce.enter("PAK");

    assertThat(atOnce.enter("KAZ")).isTrue();
  }
}
