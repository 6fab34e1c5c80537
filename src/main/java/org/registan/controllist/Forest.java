package org.registan.controllist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an edition as trees. Each is named by its place in the list; {@link #TOP} is above
 * all of them. As a subtree is one piece of the list, two that are alike are so entry by entry.
 */
final class Forest {

  static final int TOP = -1;

  private final List<Entry> entries;
  private final int[] parents;
  private final int[] sizes;
  private final List<List<Integer>> children = new ArrayList<>();
  private final int[] contents;
  private final int[] shapes;
  private final int[] wholes;

  /**
   * @param numbers shared by the forests that are to be compared: equal things have one number
   */
  Forest(List<Entry> entries, Map<Object, Integer> numbers) {
    this.entries = entries;
    this.parents = new int[entries.size()];
    this.sizes = new int[entries.size()];
    this.contents = new int[entries.size()];
    this.shapes = new int[entries.size()];
    this.wholes = new int[entries.size()];
    link();
    for (int i = entries.size() - 1; i >= 0; i--) {
      number(i, numbers);
    }
  }

  private void link() {
    var places = new HashMap<String, Integer>();
    Arrays.fill(sizes, 1);
    children.add(new ArrayList<>());
    for (int i = 0; i < entries.size(); i++) {
      var parent = entries.get(i).parent();
      var above = parent == null ? Integer.valueOf(TOP) : places.get(parent);
      if (above == null) {
        throw new IllegalArgumentException("an entry under what is not there before it");
      }
      parents[i] = above;
      children.add(new ArrayList<>());
      children.get(above + 1).add(i);
      places.put(entries.get(i).key(), i);
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (parents[i] != TOP) {
        sizes[parents[i]] += sizes[i];
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      if (parents[i] != TOP && i >= parents[i] + sizes[parents[i]]) {
        throw new IllegalArgumentException("a subtree in several pieces");
      }
    }
  }

  private void number(int i, Map<Object, Integer> numbers) {
    var entry = entries.get(i);
    contents[i] = numbered(numbers, entry.named("", null, null));
    var below = children(i);
    shapes[i] =
        numbered(numbers, new Shape(contents[i], below.stream().map(it -> shapes[it]).toList()));
    wholes[i] = numbered(numbers, new Whole(entry, below.stream().map(it -> wholes[it]).toList()));
  }

  private static int numbered(Map<Object, Integer> numbers, Object thing) {
    int next = numbers.size();
    var known = numbers.putIfAbsent(thing, next);
    return known == null ? next : known;
  }

  int size() {
    return entries.size();
  }

  Entry at(int i) {
    return entries.get(i);
  }

  int parent(int i) {
    return parents[i];
  }

  /** The parent itself; none of what stands at the top. */
  @Nullable Entry above(int i) {
    return parents[i] == TOP ? null : at(parents[i]);
  }

  /** The nearest with a code that it stands under, or {@link #TOP}. */
  int coded(int i) {
    int above = parents[i];
    while (above != TOP && at(above).code() == null) {
      above = parents[above];
    }
    return above;
  }

  /** How many entries it and all under it are. */
  int sizeOf(int i) {
    return sizes[i];
  }

  List<Integer> children(int i) {
    return children.get(i + 1);
  }

  /** The same of two entries that say the same, whatever their key, code and place. */
  int content(int i) {
    return contents[i];
  }

  /** The same of two entries when they and all under them say the same. */
  int shape(int i) {
    return shapes[i];
  }

  /** The same of two entries when they and all under them are equal. */
  int whole(int i) {
    return wholes[i];
  }

  EntryType.Family family(int i) {
    return EntryType.of(at(i).type()).map(EntryType::family).orElse(EntryType.Family.TEXT);
  }

  boolean isUnused(int i) {
    return at(i).type().equals(EntryType.NOT_USED.name());
  }

  private record Shape(int content, List<Integer> below) {}

  private record Whole(Entry entry, List<Integer> below) {}
}
