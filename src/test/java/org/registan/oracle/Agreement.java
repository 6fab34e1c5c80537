package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds an interpreter against the oracle in random situations. */
public final class Agreement {

  private static final Interpreter ORACLE = new Oracle();

  private Agreement() {}

  /** Fails at the first situation of which the two think differently. */
  public static void of(Interpreter interpreter, long seed) {
    var levels = new Levels();
    for (Trial trial : Trials.draw(seed)) {
      Level expected = ORACLE.level(trial.situation());
      levels.count(expected);
      assertThat(interpreter.level(trial.situation()))
          .as("seed %d: %s", seed, trial.situation())
          .isEqualTo(expected);
    }
    levels.report("%s and the oracle, seed %d".formatted(interpreter, seed));
  }
}
