package org.registan.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries of a sample list in the order of its text, while it is put together. */
final class SampleEntries {

  private final List<ObjectNode> entries = new ArrayList<>();

  boolean has(String key) {
    return place(key) >= 0;
  }

  /** Puts one in, last under its parent; of one that is there, it changes what it says of it. */
  void put(ObjectNode entry) {
    int there = place(key(entry));
    if (there >= 0) {
      entries.get(there).setAll(entry);
    } else {
      var parent = parent(entry);
      entries.add(parent == null ? entries.size() : end(parent), entry);
    }
  }

  /** Takes one out, with all that stands under it. */
  void drop(String key) {
    int place = place(key);
    if (place < 0) {
      throw new IllegalStateException("no entry " + key);
    }
    entries.subList(place, end(key)).clear();
  }

  List<ObjectNode> all() {
    return List.copyOf(entries);
  }

  ArrayNode toJson() {
    return DemoFiles.JSON.createArrayNode().addAll(entries);
  }

  static String key(ObjectNode entry) {
    return entry.path("key").asText();
  }

  static @Nullable String parent(ObjectNode entry) {
    return entry.path("parent").textValue();
  }

  private int place(String key) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (key(entries.get(i)).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Where what stands under one ends. */
  private int end(String key) {
    int place = place(key);
    if (place < 0) {
      throw new IllegalStateException("no entry " + key);
    }
    Set<String> above = new HashSet<>(Set.of(key));
    int end = place + 1;
    while (end < entries.size()
        && above.contains(Objects.requireNonNullElse(parent(entries.get(end)), ""))) {
      above.add(key(entries.get(end++)));
    }
    return end;
  }
}
