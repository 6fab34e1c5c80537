package org.registan.controllist;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which entry of one edition is which of another: by what it says, not by where it stands.
 *
 * <p>From the top down, the children of two entries that match are matched with one another: first
 * equal subtrees, then those that say the same under another key, then those that say nearly the
 * same. What is left over is looked for elsewhere in the list in the same order, and the children
 * of what is found there again among themselves. Equal ones are found by their number, so that only
 * those left over are compared word by word, see {@link Likeness}.
 */
final class Matching {

  static final int NONE = -1;
  private static final int SAYS_SOMETHING = 4;

  private final Forest before;
  private final Forest after;
  private final int[] toAfter;
  private final int[] toBefore;
  private final Likeness likeness;
  private final Deque<int[]> waiting = new ArrayDeque<>();

  private Matching(Forest before, Forest after) {
    this.before = before;
    this.after = after;
    this.toAfter = new int[before.size()];
    this.toBefore = new int[after.size()];
    Arrays.fill(toAfter, NONE);
    Arrays.fill(toBefore, NONE);
    this.likeness = new Likeness(before, after);
  }

  static Matching of(Forest before, Forest after) {
    var matching = new Matching(before, after);
    matching.waiting.add(new int[] {Forest.TOP, Forest.TOP});
    matching.downwards();
    matching.elsewhere();
    matching.placeholders();
    return matching;
  }

  /** What became of an entry; {@link #NONE} if it is gone. */
  int after(int gone) {
    return toAfter[gone];
  }

  /** What an entry was; {@link #NONE} if it is new. */
  int before(int come) {
    return toBefore[come];
  }

  /** Whether of two that match, one only holds the code of the other. */
  boolean isPlaceholder(int gone, int come) {
    return before.isUnused(gone) != after.isUnused(come);
  }

  private void downwards() {
    while (!waiting.isEmpty()) {
      var pair = waiting.remove();
      children(pair[0], pair[1]);
    }
  }

  private void children(int from, int to) {
    var fromKey = from == Forest.TOP ? "" : before.at(from).key();
    var toKey = to == Forest.TOP ? "" : after.at(to).key();
    KeyOf left = i -> Follow.on(before.at(i).key(), fromKey, toKey);
    KeyOf right = i -> after.at(i).key();
    var gone = left(before.children(from), toAfter);
    var come = left(after.children(to), toBefore);
    alike(gone, come, before::whole, after::whole, i -> true);
    alike(
        gone,
        come,
        i -> key(left, i, before.shape(i)),
        i -> key(right, i, after.shape(i)),
        i -> true);
    alike(gone, come, before::shape, after::shape, i -> says(i, 1));
    alike(
        gone,
        come,
        i -> key(left, i, before.content(i)),
        i -> key(right, i, after.content(i)),
        i -> true);
    alike(gone, come, before::content, after::content, i -> says(i, 1));
    likeness
        .pairs(left(gone, toAfter), left(come, toBefore), left, right, 0)
        .forEach(it -> pair(it[0], it[1]));
  }

  /** What is left over anywhere, when it says enough to be known again. */
  private void elsewhere() {
    KeyOf left = i -> before.at(i).key();
    KeyOf right = i -> after.at(i).key();
    everywhere(i -> key(left, i, before.shape(i)), i -> key(right, i, after.shape(i)), i -> true);
    everywhere(before::shape, after::shape, i -> says(i, SAYS_SOMETHING));
    everywhere(before::content, after::content, i -> says(i, SAYS_SOMETHING));
    likeness
        .pairs(all(toAfter), all(toBefore), left, right, SAYS_SOMETHING)
        .forEach(it -> pair(it[0], it[1]));
    downwards();
  }

  /** A NOT_USED entry stands for what had its code, and what has its code now for it. */
  private void placeholders() {
    var coded = new HashMap<String, Integer>();
    all(toBefore).stream()
        .filter(it -> after.family(it) == EntryType.Family.ITEM && after.at(it).code() != null)
        .forEach(it -> coded.put(after.at(it).code(), it));
    for (int i : all(toAfter)) {
      var code = before.at(i).code();
      var there = code == null ? null : coded.get(code);
      if (there != null && before.isUnused(i) != after.isUnused(there)) {
        toAfter[i] = there;
        toBefore[there] = i;
        coded.remove(code);
      }
    }
  }

  private void everywhere(NumberOf left, NumberOf right, IntPredicate which) {
    alike(all(toAfter), all(toBefore), left, right, which);
    downwards();
  }

  /** Pairs those of the same number, in the order of the lists. */
  private void alike(
      List<Integer> gone, List<Integer> come, NumberOf left, NumberOf right, IntPredicate which) {
    var byNumber = new HashMap<Object, Deque<Integer>>();
    for (int i : come) {
      if (toBefore[i] == NONE) {
        byNumber.computeIfAbsent(right.of(i), it -> new ArrayDeque<>()).add(i);
      }
    }
    for (int i : gone) {
      if (toAfter[i] == NONE && which.test(i)) {
        var next = next(byNumber.get(left.of(i)));
        if (next != NONE) {
          together(i, next);
        }
      }
    }
  }

  /** The first that is not matched yet. */
  private int next(@Nullable Deque<Integer> same) {
    while (same != null && !same.isEmpty()) {
      int next = same.remove();
      if (toBefore[next] == NONE) {
        return next;
      }
    }
    return NONE;
  }

  /** Two subtrees alike go together entry by entry, else their children are still to be matched. */
  private void together(int gone, int come) {
    if (before.shape(gone) != after.shape(come)) {
      pair(gone, come);
      return;
    }
    for (int i = 0; i < before.sizeOf(gone); i++) {
      if (toAfter[gone + i] == NONE && toBefore[come + i] == NONE) {
        toAfter[gone + i] = come + i;
        toBefore[come + i] = gone + i;
      }
    }
  }

  private void pair(int gone, int come) {
    if (toAfter[gone] == NONE && toBefore[come] == NONE) {
      toAfter[gone] = come;
      toBefore[come] = gone;
      waiting.add(new int[] {gone, come});
    }
  }

  private boolean says(int gone, int words) {
    return !before.isUnused(gone) && likeness.words(gone) >= words;
  }

  private static List<Integer> left(List<Integer> all, int[] matched) {
    return all.stream().filter(it -> matched[it] == NONE).toList();
  }

  private static List<Integer> all(int[] matched) {
    return IntStream.range(0, matched.length).filter(it -> matched[it] == NONE).boxed().toList();
  }

  private static Object key(KeyOf key, int i, int number) {
    return new Keyed(key.of(i), number);
  }

  private record Keyed(String key, int number) {}

  /** By what an entry is looked up. */
  private interface NumberOf {
    Object of(int i);
  }

  /** The key of an entry, as it is when it follows what it stands under. */
  interface KeyOf {
    String of(int i);
  }
}
