package org.registan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.registan.ledger.TheJudge;
import org.registan.oracle.InterpreterLaws;
import org.registan.oracle.Level;

/** The judge obeys the laws. */
class JudgeLawsTest extends InterpreterLaws {

  private static final TheJudge JUDGE = new TheJudge(0);

  JudgeLawsTest() {
    super(JUDGE);
  }

  @Test
  void whatWasSubmittedToSomeoneIsTheirsWhateverElseHolds() {
    each(
        it -> assertThat(JUDGE.ofWhatWasGivenTo(it.recipient()).level(it)).isEqualTo(Level.DETAIL));
  }

  @Test
  void thatItWasSubmittedToAnotherChangesNothing() {
    each(it -> assertThat(JUDGE.ofWhatWasGivenTo("XXX").level(it)).isEqualTo(JUDGE.level(it)));
  }
}
