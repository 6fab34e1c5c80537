package org.registan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.registan.kernel.Folding;

/** Searches by reading every document that a reader sees. It shares no code with the index. */
public final class Naive {

  /** What was found, the best first. */
  public record Found(long id, int score, String order) {}

  private record Read(Doc doc, Map<String, Set<String>> words) {}

  private final List<Field> fields;
  private final List<Read> all;

  public Naive(List<Field> fields, List<Doc> docs) {
    this.fields = fields;
    this.all = docs.stream().map(this::read).toList();
  }

  private Read read(Doc doc) {
    var words = new HashMap<String, Set<String>>();
    for (var field : fields) {
      var texts = doc.texts().stream().filter(it -> it.field().equals(field.name()));
      words.put(
          field.name(),
          texts
              .map(Doc.Text::text)
              .flatMap(it ->
                  field.code()
                      ? List.of(String.join("", Folding.words(it))).stream()
                      : both(it).flatMap(List::stream))
              .collect(Collectors.toSet()));
    }
    return new Read(doc, words);
  }

  /** As it is transliterated and as Uzbek has it, word for word. */
  private static Stream<List<String>> both(String text) {
    return Stream.of(text, Uzbek.latin(text)).map(Folding::words);
  }

  /** What two parts have the same that differ in punctuation alone. */
  private static List<Object> same(String part) {
    var words = Folding.words(part);
    return List.of(String.join("", words), Set.copyOf(both(part).flatMap(List::stream).toList()));
  }

  public List<Found> search(Question question, Groups visible) {
    var text = question.text() == null ? "" : question.text();
    var parts =
        Arrays.stream(text.split("\\s+", -1))
            .filter(it -> !Folding.words(it).isEmpty())
            .collect(Collectors.toMap(Naive::same, it -> it, (one, other) -> one))
            .values();
    var found = new ArrayList<Found>();
    for (var read : all) {
      var doc = read.doc;
      if (visible.contains(doc.group()) && passes(question, doc)) {
        int score = score(read, text, parts);
        if (score >= 0) {
          found.add(new Found(doc.id(), score, doc.order()));
        }
      }
    }
    found.sort(Comparator.comparingInt(Found::score).reversed().thenComparing(Found::order));
    return found;
  }

  private static boolean passes(Question question, Doc doc) {
    return question.any().entrySet().stream()
            .allMatch(it ->
                doc.terms().getOrDefault(it.getKey(), Set.of()).stream()
                    .anyMatch(it.getValue()::contains))
        && question.below().entrySet().stream()
            .allMatch(it ->
                doc.paths().getOrDefault(it.getKey(), Set.of()).stream()
                    .anyMatch(path -> it.getValue().stream().anyMatch(up -> under(path, up))));
  }

  private static boolean under(List<String> path, List<String> above) {
    return path.size() >= above.size() && path.subList(0, above.size()).equals(above);
  }

  /** Negative if something is not found. */
  private int score(Read read, String text, Collection<String> parts) {
    if (parts.isEmpty()) {
      return text.isBlank() ? 0 : -1;
    }
    int sum = 0;
    for (var part : parts) {
      int words = 0;
      var ways = both(part).toList();
      var seen = new HashSet<Set<String>>();
      for (int at = 0; at < ways.getFirst().size(); at++) {
        var word = new HashSet<>(List.of(ways.getFirst().get(at), ways.getLast().get(at)));
        if (seen.add(word)) {
          int here = word.stream().mapToInt(it -> best(read, it, false)).max().orElse(0);
          words = here == 0 || words < 0 ? -1 : words + here;
        }
      }
      int best = Math.max(words, best(read, String.join("", ways.getFirst()), true));
      if (best <= 0) {
        return -1;
      }
      sum += best;
    }
    return sum;
  }

  private int best(Read read, String word, boolean codes) {
    int best = 0;
    for (var field : fields) {
      if (field.code() == codes) {
        for (var other : read.words.getOrDefault(field.name(), Set.of())) {
          best = Math.max(best, points(word, other, field.code()) * field.weight());
        }
      }
    }
    return best;
  }

  /** What one word counts for another, without the field's weight. */
  public static int points(String word, String other, boolean code) {
    if (other.startsWith(word)) {
      return other.length() == word.length() ? 4 : 2;
    }
    if (code || word.length() < 4 || !word.chars().allMatch(Character::isLetter)) {
      return 0;
    }
    int most = word.length() < 8 || word.length() > 16 ? 1 : 2;
    return Math.abs(word.length() - other.length()) <= most && distance(word, other) <= most
        ? 1
        : 0;
  }

  /** Letters put in, left out, replaced, or swapped with their neighbour. */
  static int distance(String one, String other) {
    var table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(table[i - 1][j - 1] + same, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        table[i][j] = swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
      }
    }
    return table[one.length()][other.length()];
  }
}
