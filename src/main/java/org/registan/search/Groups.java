package org.registan.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/** The groups that a reader may see: a bit for each, or where they lie far apart, in a row. */
public final class Groups {

  /** So many bits for each group there is are no waste. */
  private static final int BITS = 64;

  private final long first;
  private final BitSet near;
  private final long[] far;

  private Groups(long first, BitSet near, long[] far) {
    this.first = first;
    this.near = near;
    this.far = far;
  }

  public static Groups of(Collection<Long> groups) {
    return of(groups.stream().mapToLong(Long::longValue).toArray());
  }

  public static Groups of(long... groups) {
    var sorted = groups.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return new Groups(0, new BitSet(), sorted);
    }
    long first = sorted[0];
    long range = sorted[sorted.length - 1] - first;
    if (range < 0 || range >= Math.min(Integer.MAX_VALUE, (long) BITS * sorted.length)) {
      return new Groups(first, new BitSet(), sorted);
    }
    var near = new BitSet((int) range + 1);
    for (long each : sorted) {
      near.set((int) (each - first));
    }
    return new Groups(first, near, new long[0]);
  }

  public boolean contains(long group) {
    if (far.length > 0) {
      return Arrays.binarySearch(far, group) >= 0;
    }
    long at = group - first;
    return at >= 0 && at < near.length() && near.get((int) at);
  }

  boolean isEmpty() {
    return far.length == 0 && near.isEmpty();
  }
}
