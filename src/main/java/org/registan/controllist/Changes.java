package org.registan.controllist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * What changed from one edition to another, entry by entry, in the order of the later one; what is
 * gone stands behind what it came after. The same two editions always give the same changes.
 */
final class Changes {

  private final Forest before;
  private final Forest after;
  private final Matching matching;
  private final Telling telling;
  private final List<Placed> found = new ArrayList<>();

  private Changes(List<Entry> before, List<Entry> after) {
    var numbers = new HashMap<Object, Integer>();
    this.before = new Forest(before, numbers);
    this.after = new Forest(after, numbers);
    this.matching = Matching.of(this.before, this.after);
    this.telling = new Telling(this.before, this.after, matching);
  }

  /** All changes; {@link #apply} makes the later edition of them and the earlier. */
  static List<Change> between(List<Entry> before, List<Entry> after) {
    return new Changes(before, after).all();
  }

  /** The later edition. */
  static List<Entry> apply(List<Entry> before, List<Change> changes) {
    return Patch.apply(before, changes);
  }

  private List<Change> all() {
    for (int i = 0; i < after.size(); i++) {
      int now = i;
      telling.come(i).ifPresent(it -> found.add(new Placed(now, Matching.NONE, it)));
    }
    int last = Matching.NONE;
    for (int i = 0; i < before.size(); i++) {
      int now = matching.after(i);
      if (now == Matching.NONE) {
        found.add(new Placed(last, i, telling.gone(i)));
      } else {
        last = now;
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Placed::after).thenComparingInt(Placed::gone))
        .map(Placed::change)
        .toList();
  }

  /**
   * A change, behind which place of the later edition it stands, and which it was before if gone.
   */
  private record Placed(int after, int gone, Change change) {}
}
