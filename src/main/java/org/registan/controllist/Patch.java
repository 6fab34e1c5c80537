package org.registan.controllist;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.registan.controllist.Change.Place;

/** An edition made of an earlier one and all changes between the two. */
final class Patch {

  private static final String TOP = "";

  private final Map<String, List<Entry>> under = new HashMap<>();
  private final List<Placed> placed = new ArrayList<>();
  private int standing;

  private Patch() {}

  /**
   * The later edition, entry for entry.
   *
   * @throws IllegalArgumentException if these are not changes of this edition
   */
  static List<Entry> apply(List<Entry> base, List<Change> changes) {
    var patch = new Patch();
    patch.take(base, changes);
    patch.place();
    return patch.inOrder();
  }

  private void take(List<Entry> base, List<Change> changes) {
    var byKey = new HashMap<String, Change>();
    for (var change : changes) {
      if (change.from() == null) {
        stand(change);
      } else {
        byKey.put(change.from().key(), change);
      }
    }
    for (var entry : base) {
      var change = byKey.remove(entry.key());
      if (change == null) {
        stay(entry);
      } else if (!entry.equals(change.from())) {
        throw new IllegalArgumentException("changes of another edition");
      } else {
        stand(change);
      }
    }
    if (!byKey.isEmpty()) {
      throw new IllegalArgumentException("changes of entries that are not there");
    }
  }

  private void stand(Change change) {
    var entry = change.to();
    if (entry != null) {
      if (change.place() == null) {
        stay(entry);
      } else {
        standing++;
        placed.add(new Placed(change.place(), entry));
      }
    }
  }

  private void stay(Entry entry) {
    standing++;
    siblings(entry.parent()).add(entry);
  }

  /** The others stand already, so that each index is the final one when taken in order. */
  private void place() {
    placed.sort(Comparator.comparingInt(it -> it.at().index()));
    for (var it : placed) {
      var siblings = siblings(it.at().parent());
      siblings.add(Math.min(it.at().index(), siblings.size()), it.entry());
    }
  }

  private List<Entry> inOrder() {
    var entries = new ArrayList<Entry>(standing);
    var waiting = new ArrayDeque<Entry>();
    siblings(null).reversed().forEach(waiting::push);
    while (!waiting.isEmpty()) {
      var entry = waiting.pop();
      entries.add(entry);
      under.getOrDefault(entry.key(), List.of()).reversed().forEach(waiting::push);
    }
    if (entries.size() != standing) {
      throw new IllegalArgumentException("entries under what is not there");
    }
    return entries;
  }

  private List<Entry> siblings(@Nullable String parent) {
    return under.computeIfAbsent(parent == null ? TOP : parent, it -> new ArrayList<>());
  }

  private record Placed(Place at, Entry entry) {}
}
