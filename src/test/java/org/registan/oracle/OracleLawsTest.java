package org.registan.oracle;

/** The oracle obeys the laws. */
class OracleLawsTest extends InterpreterLaws {

  OracleLawsTest() {
    super(new Oracle());
  }
}
