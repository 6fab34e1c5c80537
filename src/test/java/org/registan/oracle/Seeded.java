package org.registan.oracle;

import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Runs jqwik's generators without jqwik's engine, from a fixed seed. */
public final class Seeded {

  private static final int SIZE_HINT = 1000;

  private Seeded() {}

  /**
   * Hands over {@code count} values; a failure is told together with the seed and the number of the
   * case.
   */
  public static <T> void each(long seed, int count, Arbitrary<T> arbitrary, Consumer<T> trial) {
    JqwikSession.run(() -> {
      RandomGenerator<T> generator = arbitrary.generator(SIZE_HINT);
      var random = new Random(seed);
      for (int i = 1; i <= count; i++) {
        T value = generator.next(random).value();
        try {
          trial.accept(value);
        } catch (AssertionError e) {
          throw new AssertionError("seed %d, case %d of %d".formatted(seed, i, count), e);
        }
      }
    });
  }
}
