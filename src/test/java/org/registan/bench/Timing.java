package org.registan.bench;

import java.util.List;

/** How long something took, of so many times, in milliseconds. */
record Timing(int times, double median, double p95) {

  private static final double NANOS = 1e6;

  static Timing of(List<Long> nanos) {
    var sorted = nanos.stream().sorted().toList();
    return new Timing(sorted.size(), at(sorted, 0.5), at(sorted, 0.95));
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / NANOS;
  }
}
