package org.registan.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Documents of few words that are near to each other, so that much is found and much is alike. */
final class RandomDocs {

  static final List<Field> FIELDS =
      List.of(Field.code("code", 8), Field.words("title", 3), Field.words("text", 1));

  private static final List<String> WORDS =
      List.of(
          "seal",
          "heal",
          "deal",
          "meal",
          "teal",
          "seat",
          "sea",
          "pump",
          "pumps",
          "pmup",
          "pumping",
          "valve",
          "valves",
          "vavle",
          "valued",
          "centrifuge",
          "centrifuges",
          "centrefuge",
          "centirfgue",
          "насос",
          "nasos",
          "насосы",
          "клапан",
          "qopqoq",
          "қопқоқ",
          "پمپ",
          "اسلحہ",
          "泵",
          "阀门",
          "left-hand",
          "1c350",
          "1C350.23",
          "12",
          "123",
          "l’été");
  private static final List<String> CODES =
      List.of("1C350", "1C350.23", "1C351", "1.C.350.d", "2B350", "ML1", "ML10", "pump", "pumps");
  private static final List<String> LANGUAGES = List.of("en", "ru", "ur", "uz-Latn");

  private final Random random;

  RandomDocs(Random random) {
    this.random = random;
  }

  /** The ids ascend with gaps; a third of the groups or so have more than one document. */
  List<Doc> some(int size) {
    var docs = new ArrayList<Doc>();
    long id = 0;
    for (int i = 0; i < size; i++) {
      id += 1 + random.nextInt(3);
      docs.add(
          new Doc(
              id,
              random.nextInt(1 + size * 2) * (random.nextInt(8) == 0 ? 1L << 40 : 1),
              "%s-%04d".formatted(of(CODES), random.nextInt(1000) * 1000 + i),
              texts(),
              Map.of("origin", Set.of(of(List.of("A", "B", "C")))),
              Map.of("code", Set.of(path()))));
    }
    return docs;
  }

  private List<Doc.Text> texts() {
    var texts = new ArrayList<Doc.Text>();
    if (random.nextInt(4) > 0) {
      texts.add(new Doc.Text("code", "", of(CODES)));
    }
    for (var language : LANGUAGES.subList(0, 1 + random.nextInt(LANGUAGES.size()))) {
      texts.add(new Doc.Text("title", language, words(3)));
      texts.add(new Doc.Text("text", language, words(random.nextInt(20) == 0 ? 120 : 6)));
    }
    return texts;
  }

  private String words(int most) {
    var words = Stream.generate(() -> of(WORDS)).limit(1 + random.nextInt(most));
    return String.join(of(List.of(" ", ", ", " - ", "; ")), words.toList());
  }

  private List<String> path() {
    return of(List.of(List.of("1"), List.of("1", "C"), List.of("1", "C", "3"), List.of("11")));
  }

  Question question() {
    var any = new HashMap<String, Set<String>>();
    var below = new HashMap<String, Set<List<String>>>();
    if (random.nextInt(4) == 0) {
      any.put("origin", Set.of("A", of(List.of("B", "D"))));
    }
    if (random.nextInt(4) == 0) {
      below.put("code", Set.of(path()));
    }
    var words = Stream.generate(this::word).limit(random.nextInt(4)).toList();
    return new Question(String.join(" ", words), any, below);
  }

  private String word() {
    var word = random.nextInt(3) == 0 ? of(CODES) : of(WORDS);
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, 1 + random.nextInt(word.length()));
      case 1 -> mistyped(word);
      default -> word;
    };
  }

  private String mistyped(String word) {
    int at = random.nextInt(word.length());
    return word.substring(0, at) + of(List.of("", "x", "e", "7")) + word.substring(at + 1);
  }

  /** Half of the groups, or all, or none. */
  Groups groups(List<Doc> docs) {
    int share = random.nextInt(5);
    return Groups.of(
        docs.stream()
            .map(Doc::group)
            .distinct()
            .filter(it -> share == 4 || (share > 0 && random.nextBoolean()))
            .toList());
  }

  private <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
