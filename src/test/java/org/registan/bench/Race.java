package org.registan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two ways to the same outcome, taken in turns so that both meet the same machine. */
final class Race {

  /** One side; what it needs is made before the time is taken. */
  interface Side {
    Runnable prepare();
  }

  /** How both did. */
  record Outcome(Timing ours, Timing plain) {}

  private static final int FEWEST = 20;

  private Race() {}

  /** Warms both up for a third of the time, then measures for all of it. */
  static Outcome run(Side ours, Side plain, Duration time) {
    turns(ours, plain, time.dividedBy(3));
    return turns(ours, plain, time);
  }

  /** The same of sides that need nothing made before. */
  static Outcome of(Runnable ours, Runnable plain, Duration time) {
    return run(() -> ours, () -> plain, time);
  }

  private static Outcome turns(Side ours, Side plain, Duration time) {
    var of = new ArrayList<Long>();
    var other = new ArrayList<Long>();
    var end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end || of.size() < FEWEST) {
      if (of.size() % 2 == 0) {
        turn(ours, of);
        turn(plain, other);
      } else {
        turn(plain, other);
        turn(ours, of);
      }
    }
    return new Outcome(Timing.of(of), Timing.of(other));
  }

  static void turn(Side side, List<Long> times) {
    var work = side.prepare();
    var began = System.nanoTime();
    work.run();
    times.add(System.nanoTime() - began);
  }
}
