package org.registan.access;

import org.junit.jupiter.api.Test;
import org.registan.ledger.TheJudge;
import org.registan.oracle.Agreement;

/** Two readings of DESIGN 4 that share no code agree in random situations. */
class JudgeAndOracleTest {

  @Test
  void theyAgreeWhenTheJudgeIsAskedNow() {
    Agreement.of(new TheJudge(0), 51);
  }

  @Test
  void theyAgreeWhenTheJudgeWasAskedBefore() {
    Agreement.of(new TheJudge(30), 52);
  }
}
