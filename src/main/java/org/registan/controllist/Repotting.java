package org.registan.controllist;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The steps of an amendment that touch more than one entry. A code once given is not given up. */
final class Repotting {

  private final Orchard orchard;
  private final Findings found;

  Repotting(Orchard orchard, Findings found) {
    this.orchard = orchard;
    this.found = found;
  }

  void delete(String key, String at) {
    var entry = orchard.get(key);
    if (isUnused(entry)) {
      found.add(at + "/key", "is not used already: " + key);
      return;
    }
    int place = orchard.place(key);
    orchard.remove(key);
    if (keepsCode(entry)) {
      orchard.put(placeholder(entry), place);
    }
  }

  void renumber(String key, String code, String at) {
    var entry = orchard.get(key);
    var old = entry.code();
    if (old == null || old.equals(code)) {
      found.add(at + "/code", "is none to be changed: " + key);
      return;
    }
    var name = Follow.on(key, old, code);
    var subtree = orchard.subtree(key);
    var names = subtree.stream().map(it -> Follow.on(it, old, code)).toList();
    var others = new HashSet<>(names);
    boolean free =
        others.size() == names.size()
            && names.stream().noneMatch(it -> orchard.has(it) && !subtree.contains(it));
    if (!free) {
      found.add(at + "/code", "gives a key that is there before: " + name);
      return;
    }
    var entries = subtree.stream().map(orchard::get).toList();
    int place = orchard.place(key);
    orchard.remove(key);
    for (var it : entries) {
      boolean top = it.key().equals(key);
      var parent = it.parent();
      var above = top || parent == null ? parent : Follow.on(parent, old, code);
      var itsCode = it.code() == null ? null : Follow.on(it.code(), old, code);
      orchard.put(
          it.named(Follow.on(it.key(), old, code), above, itsCode),
          top ? place : orchard.count(above));
    }
  }

  void split(String key, List<Entry> into, String at) {
    var whole = orchard.get(key);
    if (into.size() < 2) {
      found.add(at + "/into", "are not two or more");
    } else if (areFree(into, List.of(key), at) && standsThere(into, whole.parent(), at)) {
      put(whole, into, at);
    }
  }

  void merge(List<String> keys, Entry into, String at) {
    var kept = keys.contains(into.key()) ? into.key() : keys.getFirst();
    var whole = orchard.get(kept);
    if (!areFree(List.of(into), keys, at) || !standsThere(List.of(into), whole.parent(), at)) {
      return;
    }
    var rest = keys.stream().filter(it -> !it.equals(kept)).toList();
    var full = rest.stream().filter(it -> !orchard.under(it).isEmpty()).findFirst();
    if (full.isPresent()) {
      found.add(at + "/keys", "have entries under one that goes: " + full.get());
      return;
    }
    if (put(whole, List.of(into), at)) {
      rest.forEach(it -> delete(it, at));
    }
  }

  private boolean areFree(List<Entry> into, List<String> instead, String at) {
    var seen = new HashSet<String>();
    for (var entry : into) {
      boolean taken = orchard.has(entry.key()) && !instead.contains(entry.key());
      if (taken || !seen.add(entry.key())) {
        found.add(at + "/into", "has a key that is there before: " + entry.key());
        return false;
      }
    }
    return true;
  }

  private boolean standsThere(List<Entry> into, @Nullable String parent, String at) {
    for (var entry : into) {
      if (entry.parent() != null && !Objects.equals(entry.parent(), parent)) {
        found.add(at + "/into", "stands under another parent: " + entry.key());
        return false;
      }
    }
    return true;
  }

  /** In the place of one, which leaves its code behind unless one of them has it. */
  private boolean put(Entry whole, List<Entry> into, String at) {
    boolean keyed = into.stream().anyMatch(it -> it.key().equals(whole.key()));
    if (!keyed && !orchard.under(whole.key()).isEmpty()) {
      found.add(at + "/into", "has no entry of the key that others stand under: " + whole.key());
      return false;
    }
    int place = orchard.place(whole.key());
    boolean coded = into.stream().anyMatch(it -> Objects.equals(it.code(), whole.code()));
    if (!keyed) {
      orchard.remove(whole.key());
      if (!coded && keepsCode(whole)) {
        orchard.put(placeholder(whole), place++);
      }
    }
    for (var entry : into) {
      var there = entry.named(entry.key(), whole.parent(), entry.code());
      if (entry.key().equals(whole.key())) {
        orchard.replace(whole.key(), there);
      } else {
        orchard.put(there, place);
      }
      place++;
    }
    return true;
  }

  private static boolean keepsCode(Entry entry) {
    return entry.type().equals(EntryType.ENTRY.name())
        || entry.type().equals(EntryType.SUB_ITEM.name());
  }

  private static boolean isUnused(Entry entry) {
    return entry.type().equals(EntryType.NOT_USED.name());
  }

  private static Entry placeholder(Entry of) {
    return new Entry(
        of.key(),
        of.parent(),
        EntryType.NOT_USED.name(),
        of.code(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
