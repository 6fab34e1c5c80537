package org.registan.oracle;

/**
 * Whoever can tell what a recipient gets of a record: the oracle, or the judge behind an adapter.
 */
public interface Interpreter {
  Level level(Situation situation);
}
