package org.registan.controllist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of few words, so that much is alike, and what may be done to them. */
@SuppressWarnings("ReferenceEquality")
final class RandomLists {

  private static final List<String> TYPES =
      List.of("SUB_ITEM", "SUB_ITEM", "SUB_ITEM", "NOTE", "DECONTROL_NOTE", "TEXT", "NOT_USED");
  private static final List<String> WORDS =
      List.of("pumps", "valves", "and", "lasers", "having", "any", "of", "10", "20", "seals");

  private final Random random;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  private RandomLists(Random random) {
    this.random = random;
  }

  static List<Entry> list(Random random, int size) {
    var made = new RandomLists(random);
    while (made.entries.size() < size) {
      made.grow(null, 0, size);
    }
    return made.entries;
  }

  private void grow(@Nullable String parent, int depth, int size) {
    var type = depth == 0 ? "ENTRY" : TYPES.get(random.nextInt(TYPES.size()));
    var key = (parent == null ? "k" : parent + ".") + random.nextInt(60);
    if (!keys.add(key)) {
      return;
    }
    boolean coded = type.equals("ENTRY") || type.equals("SUB_ITEM") || type.equals("NOT_USED");
    var made =
        A.bare(
            type,
            key,
            parent,
            coded ? key : null,
            type.equals("NOT_USED") ? null : A.texts(text()));
    entries.add(
        random.nextInt(5) == 0 && coded ? A.threshold(made, "GE", "1" + random.nextInt(4)) : made);
    for (int i = random.nextInt(depth > 3 ? 1 : 4); i > 0 && entries.size() < size; i--) {
      grow(key, depth + 1, size);
    }
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(7); i >= 0; i--) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(i == 0 ? "" : " ");
    }
    return text.toString();
  }

  /** The same list after a few strokes of any kind. */
  static List<Entry> edited(Random random, List<Entry> base, int strokes) {
    var list = base;
    for (int i = 0; i < strokes && !list.isEmpty(); i++) {
      list = edited(random, list, list.get(random.nextInt(list.size())));
    }
    return list;
  }

  private static List<Entry> edited(Random random, List<Entry> list, Entry at) {
    return switch (random.nextInt(4)) {
      case 0 -> without(list, at);
      case 1 -> renamed(list, at, at.key() + "r" + random.nextInt(100));
      case 2 -> reworded(random, list, at);
      default -> moved(random, list, at);
    };
  }

  private static List<Entry> reworded(Random random, List<Entry> list, Entry at) {
    var other = A.texts(new RandomLists(random).text());
    return list.stream()
        .map(it -> it.equals(at) ? A.bare(it.type(), it.key(), it.parent(), it.code(), other) : it)
        .toList();
  }

  static List<Entry> without(List<Entry> list, Entry at) {
    var under = subtree(list, at);
    return list.stream().filter(it -> !under.contains(it.key())).toList();
  }

  private static Set<String> subtree(List<Entry> list, Entry at) {
    var under = new HashSet<>(Set.of(at.key()));
    list.stream()
        .filter(it -> it.parent() != null && under.contains(it.parent()))
        .forEach(it -> under.add(it.key()));
    return under;
  }

  /** Its subtree has its new key and code, as far as it had the old. */
  static List<Entry> renamed(List<Entry> list, Entry at, String key) {
    var under = subtree(list, at);
    return list.stream()
        .map(it -> {
          if (!under.contains(it.key())) {
            return it;
          }
          var code = it.code() == null ? null : Follow.on(it.code(), at.key(), key);
          var parent = it.parent();
          var above = it.equals(at) || parent == null ? parent : Follow.on(parent, at.key(), key);
          return it.named(Follow.on(it.key(), at.key(), key), above, code);
        })
        .toList();
  }

  private static List<Entry> moved(Random random, List<Entry> list, Entry at) {
    var under = subtree(list, at);
    var rest = new ArrayList<>(without(list, at));
    if (rest.isEmpty()) {
      return list;
    }
    int place = random.nextInt(rest.size());
    var parent = rest.get(place);
    var piece =
        list.stream()
            .filter(it -> under.contains(it.key()))
            .map(it -> it.equals(at) ? it.named(it.key(), parent.key(), it.code()) : it)
            .toList();
    rest.addAll(place + 1, piece);
    return rest;
  }
}
