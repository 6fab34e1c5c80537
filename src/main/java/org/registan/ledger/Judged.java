package org.registan.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registan.access.OneOff;
import org.registan.access.Subject;

/**
 * Judges many records on one bench: records alike in all that the judge asks for are judged once.
 * What has one-offs is judged by itself, as it alone depends on time.
 */
final class Judged {

  /** So many kinds of records are remembered; beyond, memory matters more than time. */
  private static final int MOST = 10_000;

  private record Alike(Subject subject, boolean held) {}

  private final Bench bench;
  private final Map<Alike, Map<String, List<Step>>> known = new HashMap<>();

  Judged(Bench bench) {
    this.bench = bench;
  }

  Bench bench() {
    return bench;
  }

  /** As {@link Bench#steps}. */
  Map<String, List<Step>> steps(
      Subject subject, boolean held, Map<String, List<OneOff>> oneOffs, Instant now) {
    if (!oneOffs.isEmpty()) {
      return bench.steps(subject, held, oneOffs, now);
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(
        new Alike(subject, held), it -> bench.steps(subject, held, Map.of(), now));
  }
}
