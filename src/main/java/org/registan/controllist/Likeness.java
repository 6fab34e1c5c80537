package org.registan.controllist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registan.controllist.Matching.KeyOf;

/**
 * Entries that say nearly the same. Few are compared with all: of more than {@value #FEW} pairs,
 * each entry is compared with the one of its own key and with at most {@value #MOST} others, those
 * that share its rarest words; a word that more than {@value #RARE} have is not rare. So the work
 * grows with the number of entries left over, not with its square.
 */
final class Likeness {

  private static final int FEW = 400;
  private static final int MOST = 24;
  private static final int RARE = 32;
  private static final double SAME_KEY = 0.5;
  private static final double OTHER_KEY = 0.7;
  private static final double FAVOUR = 0.15;

  private final Forest before;
  private final Forest after;
  private final Bag[] left;
  private final Bag[] right;

  Likeness(Forest before, Forest after) {
    this.before = before;
    this.after = after;
    this.left = new Bag[before.size()];
    this.right = new Bag[after.size()];
  }

  /** How many words an entry before has. */
  int words(int gone) {
    return left(gone).size();
  }

  Bag left(int gone) {
    if (left[gone] == null) {
      left[gone] = new Bag(before.at(gone));
    }
    return left[gone];
  }

  Bag right(int come) {
    if (right[come] == null) {
      right[come] = new Bag(after.at(come));
    }
    return right[come];
  }

  /**
   * The pairs most alike, each entry in one at most; the best first, then by their place.
   *
   * @param words that an entry must have to be found under another key
   */
  List<int[]> pairs(
      List<Integer> gone, List<Integer> come, KeyOf leftKey, KeyOf rightKey, int words) {
    var byKey = new HashMap<String, Integer>();
    come.forEach(it -> byKey.put(rightKey.of(it), it));
    var rare = (long) gone.size() * come.size() > FEW ? new Rare(come) : null;
    var scored = new ArrayList<Scored>();
    for (int i : gone) {
      var same = byKey.get(leftKey.of(i));
      var others = new LinkedHashSet<Integer>();
      if (left(i).size() >= words) {
        others.addAll(rare == null ? come : rare.sharing(i));
      }
      if (same != null) {
        others.add(same);
      }
      for (int j : others) {
        score(i, j, same != null && same == j, scored);
      }
    }
    return best(scored);
  }

  private static List<int[]> best(List<Scored> scored) {
    scored.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparingInt(Scored::gone)
            .thenComparingInt(Scored::come));
    var taken = new ArrayList<int[]>();
    Set<Integer> gone = new LinkedHashSet<>();
    Set<Integer> come = new LinkedHashSet<>();
    for (var it : scored) {
      if (!gone.contains(it.gone()) && !come.contains(it.come())) {
        gone.add(it.gone());
        come.add(it.come());
        taken.add(new int[] {it.gone(), it.come()});
      }
    }
    return taken;
  }

  private void score(int gone, int come, boolean sameKey, List<Scored> scored) {
    if (before.family(gone) != after.family(come)
        || before.isUnused(gone) != after.isUnused(come)) {
      return;
    }
    double own = left(gone).likeness(right(come));
    double alike = Math.max(own, (own + below(gone, come)) / 2);
    if (sameKey && isSameAnyhow(gone, come)) {
      alike = Math.max(alike, SAME_KEY);
    }
    if (alike >= (sameKey ? SAME_KEY : OTHER_KEY)) {
      scored.add(new Scored(gone, come, alike + (sameKey ? FAVOUR : 0)));
    }
  }

  /** A heading, a defined term, a text that was cut or goes on, or one in other languages only. */
  private boolean isSameAnyhow(int gone, int come) {
    var one = before.at(gone);
    return (one.code() == null && one.term() != null)
        || one.type().equals(EntryType.CATEGORY.name())
        || one.type().equals(EntryType.PRODUCT_GROUP.name())
        || !left(gone).speaksAs(right(come))
        || left(gone).goesOn(right(come));
  }

  /** How many of the children are the same. */
  private double below(int gone, int come) {
    var one = before.children(gone);
    var other = after.children(come);
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    Map<Integer, Integer> shapes = new HashMap<>();
    one.forEach(it -> shapes.merge(before.shape(it), 1, Integer::sum));
    int common = 0;
    for (int it : other) {
      if (shapes.merge(after.shape(it), -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return 2.0 * common / (one.size() + other.size());
  }

  private record Scored(int gone, int come, double score) {}

  /** Where the rarer words of the later edition stand. */
  private final class Rare {

    private final Map<String, List<Integer>> places = new HashMap<>();

    Rare(List<Integer> come) {
      for (int it : come) {
        for (var word : right(it).distinct()) {
          places.computeIfAbsent(word, x -> new ArrayList<>()).add(it);
        }
      }
    }

    /** Those that share the rarest words of an entry. */
    Set<Integer> sharing(int gone) {
      var words =
          left(gone).distinct().stream()
              .filter(it -> count(it) > 0 && count(it) <= RARE)
              .sorted(Comparator.comparingInt(this::count).thenComparing(it -> it))
              .toList();
      var sharing = new LinkedHashSet<Integer>();
      for (var word : words) {
        for (int it : places.getOrDefault(word, List.of())) {
          if (sharing.size() == MOST) {
            return sharing;
          }
          sharing.add(it);
        }
      }
      return sharing;
    }

    private int count(String word) {
      return places.getOrDefault(word, List.of()).size();
    }
  }
}
