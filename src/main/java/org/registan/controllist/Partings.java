package org.registan.controllist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which entries were parted into several, and which made of several: the words of the one are
 * nearly all found in the others, which say little else, each something that none of the rest says.
 * They are looked for among siblings only, and among the first {@value #MOST} that came, went or
 * changed.
 */
final class Partings {

  private static final int MOST = 60;
  private static final double NEARLY_ALL = 0.75;

  private final Forest before;
  private final Forest after;
  private final Matching matching;

  /** The keys of the parts by the entry that was parted, and its key by each new part. */
  private final Map<Integer, List<String>> splitBefore = new HashMap<>();

  private final Map<Integer, List<String>> splitAfter = new HashMap<>();
  private final Map<Integer, List<String>> mergedBefore = new HashMap<>();
  private final Map<Integer, List<String>> mergedAfter = new HashMap<>();

  Partings(Forest before, Forest after, Matching matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
    among(Forest.TOP, Forest.TOP);
    for (int i = 0; i < before.size(); i++) {
      if (matching.after(i) != Matching.NONE) {
        among(i, matching.after(i));
      }
    }
  }

  /** What a changed or removed entry was parted into. */
  List<String> splitOf(int gone) {
    return splitBefore.getOrDefault(gone, List.of());
  }

  /** What a new entry is a part of. */
  List<String> partOf(int come) {
    return splitAfter.getOrDefault(come, List.of());
  }

  /** What a changed or new entry was made of. */
  List<String> mergedOf(int come) {
    return mergedAfter.getOrDefault(come, List.of());
  }

  /** What a removed entry went into. */
  List<String> mergedInto(int gone) {
    return mergedBefore.getOrDefault(gone, List.of());
  }

  private void among(int from, int to) {
    var gone = some(before.children(from).stream().filter(this::isGone).toList());
    var come = some(after.children(to).stream().filter(this::isNew).toList());
    if (gone.isEmpty() && come.isEmpty()) {
      return;
    }
    var changed = some(before.children(from).stream().filter(it -> isChanged(it, to)).toList());
    var bags = new Bags();
    if (!come.isEmpty()) {
      split(gone, changed, come, bags);
    }
    if (!gone.isEmpty()) {
      merge(gone, changed, come, bags);
    }
  }

  private static List<Integer> some(List<Integer> entries) {
    return entries.subList(0, Math.min(MOST, entries.size()));
  }

  private void split(List<Integer> gone, List<Integer> changed, List<Integer> come, Bags bags) {
    var wholes = new ArrayList<>(gone);
    wholes.addAll(changed);
    for (int whole : wholes) {
      var parts = new ArrayList<>(come);
      parts.removeIf(splitAfter::containsKey);
      if (changed.contains(whole)) {
        parts.add(matching.after(whole));
      }
      var found = parts(bags.before(whole), parts, bags::after);
      if (found.size() > 1) {
        splitBefore.put(whole, keys(after, found));
        found.stream()
            .filter(come::contains)
            .forEach(it -> splitAfter.put(it, List.of(before.at(whole).key())));
      }
    }
  }

  private void merge(List<Integer> gone, List<Integer> changed, List<Integer> come, Bags bags) {
    var wholes = new ArrayList<>(come);
    wholes.removeIf(splitAfter::containsKey);
    changed.forEach(it -> wholes.add(matching.after(it)));
    for (int whole : wholes) {
      var parts = new ArrayList<>(gone);
      parts.removeIf(it -> mergedBefore.containsKey(it) || splitBefore.containsKey(it));
      if (!come.contains(whole)) {
        parts.add(matching.before(whole));
      }
      var found = parts(bags.after(whole), parts, bags::before);
      if (found.size() > 1) {
        mergedAfter.put(whole, keys(before, found));
        found.stream()
            .filter(gone::contains)
            .forEach(it -> mergedBefore.put(it, List.of(after.at(whole).key())));
      }
    }
  }

  private static List<String> keys(Forest forest, Collection<Integer> entries) {
    return entries.stream().sorted().map(it -> forest.at(it).key()).toList();
  }

  /** Those of the parts that together cover the whole; the one that covers most is taken first. */
  private static List<Integer> parts(
      Set<String> whole, List<Integer> from, Function<Integer, Set<String>> words) {
    var fitting =
        from.stream()
            .filter(it -> !whole.isEmpty() && share(words.apply(it), whole) >= NEARLY_ALL)
            .sorted(
                Comparator.<Integer>comparingInt(it -> -words.apply(it).size())
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    var covered = new HashSet<String>();
    var parts = new ArrayList<Integer>();
    for (int part : fitting) {
      var more = new HashSet<>(words.apply(part));
      more.retainAll(whole);
      if (covered.addAll(more)) {
        parts.add(part);
      }
    }
    return covered.size() >= NEARLY_ALL * whole.size() ? parts : List.of();
  }

  private static double share(Set<String> part, Set<String> whole) {
    return part.isEmpty()
        ? 0
        : (double) part.stream().filter(whole::contains).count() / part.size();
  }

  private boolean isGone(int i) {
    int to = matching.after(i);
    return before.family(i) == EntryType.Family.ITEM
        && !before.isUnused(i)
        && (to == Matching.NONE || matching.isPlaceholder(i, to));
  }

  private boolean isNew(int i) {
    int from = matching.before(i);
    return after.family(i) == EntryType.Family.ITEM
        && !after.isUnused(i)
        && (from == Matching.NONE || matching.isPlaceholder(from, i));
  }

  private boolean isChanged(int i, int to) {
    int now = matching.after(i);
    return before.family(i) == EntryType.Family.ITEM
        && now != Matching.NONE
        && after.parent(now) == to
        && !matching.isPlaceholder(i, now)
        && !before.at(i).textsOrNone().equals(after.at(now).textsOrNone());
  }

  /** The telling words of an entry, made once. */
  private final class Bags {

    private final Map<Integer, Set<String>> left = new HashMap<>();
    private final Map<Integer, Set<String>> right = new HashMap<>();

    Set<String> before(int i) {
      return left.computeIfAbsent(i, it -> Set.copyOf(new Bag(before.at(it)).telling()));
    }

    Set<String> after(int i) {
      return right.computeIfAbsent(i, it -> Set.copyOf(new Bag(after.at(it)).telling()));
    }
  }
}
