package org.registan.access;

import org.registan.ledger.TheJudge;
import org.registan.oracle.InterpreterLaws;

/** The judge obeys the laws. */
class JudgeLawsTest extends InterpreterLaws {

  JudgeLawsTest() {
    super(new TheJudge(0));
  }
}
