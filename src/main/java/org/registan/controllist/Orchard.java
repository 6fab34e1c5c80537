package org.registan.controllist;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of an edition while they are being amended, as trees by key. */
final class Orchard {

  private static final String TOP = "";

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, List<String>> under = new HashMap<>();

  Orchard(List<Entry> base) {
    base.forEach(it -> {
      entries.put(it.key(), it);
      siblings(it.parent()).add(it.key());
    });
  }

  @Nullable Entry find(String key) {
    return entries.get(key);
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Of an entry that is there. */
  Entry get(String key) {
    return Objects.requireNonNull(entries.get(key), key);
  }

  List<String> under(String key) {
    return List.copyOf(under.getOrDefault(key, List.of()));
  }

  /** The keys of an entry and all under it, parents first. */
  List<String> subtree(String key) {
    var keys = new ArrayList<>(List.of(key));
    for (int i = 0; i < keys.size(); i++) {
      keys.addAll(under(keys.get(i)));
    }
    return keys;
  }

  int place(String key) {
    return siblings(get(key).parent()).indexOf(key);
  }

  int count(@Nullable String parent) {
    return under.getOrDefault(parent == null ? TOP : parent, List.of()).size();
  }

  /** Lets an entry stand at a place among those under its parent. */
  void put(Entry entry, int place) {
    entries.put(entry.key(), entry);
    siblings(entry.parent()).add(place, entry.key());
  }

  /** Puts an entry where another stands, with what is under that. */
  void replace(String key, Entry entry) {
    int place = place(key);
    var old = get(key);
    siblings(old.parent()).set(place, entry.key());
    entries.remove(key);
    entries.put(entry.key(), entry);
    if (!key.equals(entry.key())) {
      var below = under.remove(key);
      if (below != null) {
        under.put(entry.key(), below);
        below.forEach(it -> {
          var child = get(it);
          entries.put(it, child.named(it, entry.key(), child.code()));
        });
      }
    }
  }

  /** Takes an entry away with all under it. */
  void remove(String key) {
    var keys = subtree(key);
    lift(key);
    keys.forEach(it -> {
      entries.remove(it);
      under.remove(it);
    });
  }

  /** Takes it from its place, to be put elsewhere with what is under it. */
  Entry lift(String key) {
    var entry = get(key);
    siblings(entry.parent()).remove(key);
    return entry;
  }

  List<Entry> inOrder() {
    var all = new ArrayList<Entry>(entries.size());
    var waiting = new ArrayDeque<String>();
    siblings(null).reversed().forEach(waiting::push);
    while (!waiting.isEmpty()) {
      var key = waiting.pop();
      all.add(get(key));
      under.getOrDefault(key, List.of()).reversed().forEach(waiting::push);
    }
    return all;
  }

  private List<String> siblings(@Nullable String parent) {
    return under.computeIfAbsent(parent == null ? TOP : parent, it -> new ArrayList<>());
  }
}
