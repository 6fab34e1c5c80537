package org.registan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.registan.search.Corpus;
import org.registan.search.Doc;
import org.registan.search.Field;
import org.registan.search.Groups;
import org.registan.search.Naive;
import org.registan.search.Question;

/**
 * The index beside a scan of the same documents in memory: each of 30 words and a code, in a group
 * of its own, three in five of them visible. Common words are in one document of six, rare ones in
 * a few.
 */
final class Searching {

  private static final List<Field> FIELDS =
      List.of(Field.code("code", 8), Field.words("title", 3), Field.words("text", 1));
  private static final int TITLE = 5;
  private static final int WORDS = 30;
  private static final int VOCABULARY = 30_000;
  private static final int PORTION = 5_000;
  private static final int PAGE = 20;
  private static final List<String> SYLLABLES =
      List.of("ka", "lo", "mi", "nu", "per", "ran", "sto", "tel", "vis", "zor", "bri", "cend");

  private final Random random = new Random(1540);
  private final int size;
  private final Duration time;
  private final String[] vocabulary;
  private final List<String[]> written = new ArrayList<>();
  private final Groups visible;

  Searching(int size, Duration time) {
    this.size = size;
    this.time = time;
    var words = new LinkedHashSet<String>();
    while (words.size() < VOCABULARY) {
      var syllables = Stream.generate(() -> SYLLABLES.get(random.nextInt(SYLLABLES.size())));
      words.add(String.join("", syllables.limit(2 + random.nextInt(4)).toList()));
    }
    vocabulary = words.toArray(String[]::new);
    for (int i = 0; i < size; i++) {
      written.add(Stream.generate(this::word).limit(WORDS).toArray(String[]::new));
    }
    visible =
        Groups.of(IntStream.range(1, size + 1).filter(it -> it % 5 < 3).asLongStream().toArray());
  }

  /** The more common the earlier it stands. */
  private String word() {
    return vocabulary[(int) (VOCABULARY * Math.pow(random.nextDouble(), 3))];
  }

  void measure(Results results) {
    try (var corpus = new Corpus(FIELDS)) {
      var began = System.nanoTime();
      for (int from = 0; from < size; from += PORTION) {
        corpus.add(portion(from));
      }
      var seconds = (System.nanoTime() - began) / 1e9;
      results
          .row("search: index built", size)
          .put("said", "%.1f s, %.0f MiB heap of all".formatted(seconds, Footprint.heap()));
      var one = written.get(size / 3 * 5 % size / 5 * 5);
      race(results, corpus, "a code", code(size / 2));
      race(results, corpus, "a word", one[0]);
      race(results, corpus, "3 words", String.join(" ", Arrays.copyOf(one, 3)));
      race(results, corpus, "10 words", String.join(" ", Arrays.copyOf(one, 10)));
    }
    results.save();
  }

  private List<Doc> portion(int after) {
    return IntStream.range(after, Math.min(size, after + PORTION)).mapToObj(this::doc).toList();
  }

  private Doc doc(int at) {
    var words = written.get(at);
    return new Doc(
        at + 1,
        at + 1,
        "%08d".formatted(at),
        List.of(
            new Doc.Text("code", "", code(at)),
            new Doc.Text("title", "en", String.join(" ", Arrays.copyOf(words, TITLE))),
            new Doc.Text("text", "en", String.join(" ", Arrays.copyOfRange(words, TITLE, WORDS)))),
        Map.of("category", Set.of(code(at).substring(0, 1))),
        Map.of());
  }

  private static String code(int at) {
    return "%d%c%03d.%d".formatted(at % 10, 'A' + at / 10 % 5, at / 50 % 1000, at / 50_000);
  }

  private void race(Results results, Corpus corpus, String what, String text) {
    var question = Question.of(text);
    var ours = corpus.search(question, visible, PAGE, null).hits();
    var plain = scan(text);
    var same = ours.stream().map(it -> it.score() * (long) size + size - it.id()).toList();
    if (ours.isEmpty() || !same.equals(plain)) {
      throw new IllegalStateException("the scan finds otherwise: " + same + plain);
    }
    var outcome =
        Race.of(() -> corpus.search(question, visible, PAGE, null), () -> scan(text), time);
    results.race("search: " + what, size, outcome, "a scan in memory");
    results.save();
  }

  /** The best by score and place, told as one number each. What a word counts is told once. */
  private List<Long> scan(String text) {
    var words =
        Stream.of(text.replace(".", "").toLowerCase(Locale.ROOT).split(" ", -1))
            .distinct()
            .collect(Collectors.toMap(it -> it, this::points));
    return IntStream.range(0, size)
        .filter(at -> visible.contains(at + 1))
        .mapToLong(at -> {
          long score = score(at, words);
          return score == 0 ? -1 : score * size + size - (at + 1);
        })
        .filter(it -> it >= 0)
        .boxed()
        .sorted(Comparator.reverseOrder())
        .limit(PAGE)
        .toList();
  }

  private Map<String, Integer> points(String word) {
    var points = new HashMap<String, Integer>();
    for (var other : vocabulary) {
      int here = Naive.points(word, other, false);
      if (here > 0) {
        points.put(other, here);
      }
    }
    return points;
  }

  private int score(int at, Map<String, Map<String, Integer>> words) {
    int sum = 0;
    var in = written.get(at);
    var code = code(at).replace(".", "").toLowerCase(Locale.ROOT);
    for (var word : words.entrySet()) {
      int best = 8 * Naive.points(word.getKey(), code, true);
      for (int i = 0; i < WORDS; i++) {
        best = Math.max(best, word.getValue().getOrDefault(in[i], 0) * (i < TITLE ? 3 : 1));
      }
      if (best == 0) {
        return 0;
      }
      sum += best;
    }
    return sum;
  }
}
