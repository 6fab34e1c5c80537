package org.registan.controllist;

import java.util.ArrayList;
import java.util.List;

/**
 * Which entries stand where they stood: under what became of their parent, and in the same order as
 * most of the siblings left there (the longest increasing subsequence); and where the others are.
 */
final class Standing {

  private final Forest before;
  private final Forest after;
  private final Matching matching;
  private final boolean[] stays;
  private final int[] index;

  Standing(Forest before, Forest after, Matching matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
    this.stays = new boolean[after.size()];
    this.index = new int[after.size()];
    for (int parent = Forest.TOP; parent < after.size(); parent++) {
      order(after.children(parent));
    }
  }

  /** Of an entry that was there before. */
  boolean stays(int come) {
    return stays[come];
  }

  Change.Place place(int come) {
    return new Change.Place(after.at(come).parent(), index[come]);
  }

  private void order(List<Integer> siblings) {
    var left = new ArrayList<Integer>();
    for (int i = 0; i < siblings.size(); i++) {
      index[siblings.get(i)] = i;
      if (isUnderTheSame(siblings.get(i))) {
        left.add(siblings.get(i));
      }
    }
    longestInOrder(left).forEach(it -> stays[it] = true);
  }

  private boolean isUnderTheSame(int come) {
    int gone = matching.before(come);
    if (gone == Matching.NONE) {
      return false;
    }
    int above = before.parent(gone);
    int now = after.parent(come);
    return now == Forest.TOP
        ? above == Forest.TOP
        : above != Forest.TOP && matching.after(above) == now;
  }

  /** By patience: the smallest last place of a run of each length, and who came before whom. */
  private List<Integer> longestInOrder(List<Integer> siblings) {
    var lasts = new ArrayList<Integer>();
    var prior = new int[siblings.size()];
    for (int i = 0; i < siblings.size(); i++) {
      int low = 0;
      int high = lasts.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (was(siblings, lasts.get(middle)) < was(siblings, i)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      prior[i] = low == 0 ? -1 : lasts.get(low - 1);
      if (low == lasts.size()) {
        lasts.add(i);
      } else {
        lasts.set(low, i);
      }
    }
    var longest = new ArrayList<Integer>();
    for (int i = lasts.isEmpty() ? -1 : lasts.getLast(); i >= 0; i = prior[i]) {
      longest.add(siblings.get(i));
    }
    return longest;
  }

  private int was(List<Integer> siblings, int i) {
    return matching.before(siblings.get(i));
  }
}
