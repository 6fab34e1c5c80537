package org.registan.access;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.registan.ledger.TheJudge;
import org.registan.oracle.Cases;

/** The judge reads the hand-written cases as their author does. */
class JudgeCasesTest {

  @TestFactory
  Stream<DynamicTest> cases() {
    return Cases.against(new TheJudge(0));
  }
}
