package org.registan.controllist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words of an entry, by language, without regard to their order: how alike two entries are, and
 * how much of one is in another.
 */
final class Bag {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern SMALL = Pattern.compile("\\p{L}{1,3}");

  private static final int SOME = 5;
  private static final double NEARLY_ALL = 0.9;

  private final Map<String, List<String>> words = new HashMap<>();

  Bag(Entry entry) {
    for (var text : entry.textsOrNone()) {
      var found =
          WORD.matcher(text.text())
              .results()
              .map(it -> it.group().toLowerCase(Locale.ROOT))
              .sorted()
              .toList();
      words.put(text.lang(), found);
    }
  }

  /** How many words it has, in the language in which it has most. */
  int size() {
    return words.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Each word once, with its language. */
  List<String> distinct() {
    var all = new ArrayList<String>();
    words.forEach(
        (lang, found) -> found.stream().distinct().forEach(it -> all.add(lang + " " + it)));
    return all;
  }

  boolean speaksAs(Bag other) {
    return words.keySet().stream().anyMatch(other.words::containsKey);
  }

  /** From 0, no word in common, to 1: twice those in common by all, in the language that fits. */
  double likeness(Bag other) {
    double best = 0;
    for (var mine : words.entrySet()) {
      var theirs = other.words.get(mine.getKey());
      if (theirs != null && mine.getValue().size() + theirs.size() > 0) {
        int common = common(mine.getValue(), theirs);
        best = Math.max(best, 2.0 * common / (mine.getValue().size() + theirs.size()));
      }
    }
    return best;
  }

  /** Whether nearly all words of the shorter one, if it has some, are in the longer one. */
  boolean goesOn(Bag other) {
    return words.entrySet().stream()
        .anyMatch(mine -> {
          var theirs = other.words.getOrDefault(mine.getKey(), List.of());
          int shorter = Math.min(mine.getValue().size(), theirs.size());
          return shorter >= SOME && common(mine.getValue(), theirs) >= NEARLY_ALL * shorter;
        });
  }

  private static int common(List<String> one, List<String> other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      int order = one.get(i).compareTo(other.get(j));
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  /** The words that say something, each once: none of the shortest, which any text has. */
  List<String> telling() {
    return distinct().stream()
        .filter(it -> !SMALL.matcher(it.substring(it.indexOf(' ') + 1)).matches())
        .toList();
  }
}
