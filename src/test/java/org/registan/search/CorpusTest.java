package org.registan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found of a few documents, and how an index comes by them. */
class CorpusTest {

  private static final Groups ONE = Groups.of(1);

  @Test
  void aWordIsFoundInWhateverScriptItIsAskedFor() {
    try (var corpus =
        corpus("Марказдан қочма насос", "Markazdan qochma nasos", "سینٹری فیوج پمپ")) {
      assertThat(found(corpus, "насос")).isEqualTo(found(corpus, "NASOS")).containsExactly(1L, 2L);
      assertThat(found(corpus, "қочма")).isEqualTo(found(corpus, "qochma")).containsExactly(1L, 2L);
      assertThat(found(corpus, "پمپ")).containsExactly(3L);
    }
  }

  @Test
  void uzbekIsTheSameInBothItsAlphabets() {
    assertThat(Uzbek.latin("Ёнилғи ЕТКАЗИШ, ўқ; шаҳар эса поезд, цех ва акция"))
        .isEqualTo("yonilg'i yetkazish, o'q; shahar esa poyezd, sex va aksiya");
  }

  @Test
  void wordsCountMoreTheNearerTheyAre() {
    try (var corpus = corpus("valve", "valves", "vavle", "valeve", "walle", "value")) {
      assertThat(corpus.search(Question.of("valve"), ONE, 9, null).hits())
          .extracting(Hit::score)
          .containsExactly(4, 2, 1, 1, 1);
    }
  }

  /** An engine that looks for the first fifty alone would let the hidden ones decide. */
  @Test
  void eachWordInReachOfATypoIsFoundHoweverManyThereAre() {
    var near =
        IntStream.range(0, 4 * 26)
            .mapToObj(it -> new StringBuilder("seal").replace(it / 26, it / 26 + 1, letter(it)))
            .map(StringBuilder::toString)
            .toList();
    var docs =
        IntStream.range(0, near.size())
            .mapToObj(it ->
                new Doc(it + 1, it, near.get(it) + it, texts(near.get(it)), Map.of(), Map.of()))
            .toList();
    try (var corpus = new Corpus(List.of(Field.words("text", 1)))) {
      corpus.add(docs);
      assertThat(docs)
          .allSatisfy(it ->
              assertThat(corpus.search(Question.of("seal"), Groups.of(it.group()), 9, null).hits())
                  .extracting(Hit::id)
                  .containsExactly(it.id()));
    }
  }

  private static String letter(int at) {
    return Character.toString('a' + at % 26);
  }

  private static List<Doc.Text> texts(String text) {
    return List.of(new Doc.Text("text", "", text));
  }

  @Test
  void shortWordsNumbersAndCodesForgiveNothing() {
    try (var corpus = new Corpus(List.of(Field.code("code", 1), Field.words("text", 1)))) {
      corpus.add(merged(doc(1, "code", "ABCDE.f"), doc(1, "text", "pin 2019 ten4")));
      assertThat(found(corpus, "pin 2019 ten4 abcdef")).containsExactly(1L);
      assertThat(
              Stream.of("pim", "2018", "ten5", "ABCDX.f", "ABDCE.f")
                  .flatMap(it -> found(corpus, it).stream()))
          .isEmpty();
    }
  }

  @Test
  void aCodeIsFoundHoweverItIsPunctuatedAndByItsBeginning() {
    try (var corpus = new Corpus(List.of(Field.code("code", 1)))) {
      corpus.add(merged(doc(1, "code", "1C350.d.23")));
      assertThat(
              Stream.of("1C350.d.23", "1c350d23", "1C350-d", "1c35")
                  .map(
                      it -> corpus.search(Question.of(it), ONE, 9, null).hits().getFirst().score()))
          .containsExactly(4, 4, 2, 2);
      assertThat(found(corpus, "C350")).isEmpty();
    }
  }

  @Test
  void whatIsFoundIsShownInItsPlace() {
    var filler = "lorem ipsum dolor ".repeat(40);
    try (var corpus = corpus("Œuvre: «Клапаны», valves!", filler + "Klapan " + filler)) {
      var hits = corpus.search(Question.of("klapan"), ONE, 9, null).hits();
      assertThat(hits.get(1).highlights())
          .containsExactly(
              new Highlight(
                  "text",
                  "",
                  List.of(
                      new Highlight.Piece("Œuvre: «", false),
                      new Highlight.Piece("Клапаны", true),
                      new Highlight.Piece("», valves!", false)),
                  false,
                  false));
      assertThat(hits.getFirst().highlights())
          .singleElement()
          .satisfies(it -> {
            assertThat(it.cutBefore() && it.cutAfter()).isTrue();
            assertThat(it.pieces().get(1)).isEqualTo(new Highlight.Piece("Klapan", true));
            assertThat(it.pieces().getFirst().text()).startsWith("dolor").hasSizeLessThan(81);
          });
    }
  }

  @Test
  void withoutTextAllAreFoundAndOfTextWithoutWordsNone() {
    try (var corpus = corpus("b", "a", "c")) {
      assertThat(found(corpus, " ")).containsExactly(1L, 2L, 3L);
      assertThat(corpus.search(new Question(null, Map.of(), Map.of()), ONE, 2, null))
          .satisfies(it -> assertThat(it.more()).isTrue())
          .satisfies(it -> assertThat(it.hits()).extracting(Hit::score).containsExactly(0, 0));
      assertThat(found(corpus, "?!")).isEmpty();
      assertThat(corpus.search(Question.of("b"), Groups.of(), 9, null).hits()).isEmpty();
    }
  }

  @Test
  void aQuestionIsBounded() {
    try (var corpus = corpus("a")) {
      assertThat(found(corpus, "a ".repeat(32))).containsExactly(1L);
      assertThatThrownBy(() -> found(corpus, "a ".repeat(33)))
          .isInstanceOfSatisfying(
              Unsearchable.class, it -> assertThat(it.bound()).isEqualTo(Unsearchable.Bound.WORDS));
      assertThat(found(corpus, "x".repeat(1000))).isEmpty();
      assertThatThrownBy(() -> found(corpus, "x".repeat(1001)))
          .isInstanceOfSatisfying(
              Unsearchable.class,
              it -> assertThat(it.bound()).isEqualTo(Unsearchable.Bound.CHARACTERS));
    }
  }

  @Test
  void whoeverAddedFindsItAtOnce() throws Exception {
    try (var corpus = new Corpus(List.of(Field.words("text", 1)));
        var threads = Executors.newFixedThreadPool(8)) {
      var each = LongStream.rangeClosed(1, 60).mapToObj(it -> adding(corpus, it));
      for (var found : threads.invokeAll(each.toList())) {
        assertThat(found.get()).isTrue();
      }
    }
  }

  private static Callable<Boolean> adding(Corpus corpus, long id) {
    return () -> {
      corpus.add(List.of(doc(id, "text", "word")));
      return found(corpus, "word").contains(id);
    };
  }

  @Test
  void twoWithTheSameOrderAreNeverSkipped() {
    var twin = new Doc(2, 1, "0001", List.of(), Map.of(), Map.of());
    try (var corpus = new Corpus(List.of(Field.words("text", 1)))) {
      corpus.add(merged(doc(1, "text", "word"), twin));
      assertThatThrownBy(() -> found(corpus, "")).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void groupsAreThoseGivenHoweverFarApart() {
    for (var groups : List.of(Groups.of(5, 3, 3, 9), Groups.of(3, 5, Long.MAX_VALUE, -4))) {
      assertThat(groups.contains(3) && groups.contains(5)).isTrue();
      assertThat(LongStream.of(4, 0, 10, -1, Long.MIN_VALUE).anyMatch(groups::contains)).isFalse();
    }
  }

  private static Corpus corpus(String... texts) {
    var corpus = new Corpus(List.of(Field.words("text", 1)));
    var docs =
        IntStream.range(0, texts.length).mapToObj(it -> doc(it + 1, "text", texts[it])).toList();
    corpus.add(docs);
    return corpus;
  }

  private static Doc doc(long id, String field, String text) {
    return new Doc(
        id,
        1,
        "%04d".formatted(id),
        List.of(new Doc.Text(field, "", text)),
        Map.of("kind", Set.of("x")),
        Map.of());
  }

  /** The same document in several fields. */
  private static List<Doc> merged(Doc... docs) {
    return LongStream.rangeClosed(1, 9)
        .mapToObj(id -> Stream.of(docs).filter(it -> it.id() == id).toList())
        .filter(it -> !it.isEmpty())
        .map(same ->
            new Doc(
                same.getFirst().id(),
                1,
                same.getFirst().order(),
                same.stream().flatMap(it -> it.texts().stream()).toList(),
                Map.of(),
                Map.of()))
        .toList();
  }

  private static List<Long> found(Corpus corpus, String text) {
    return corpus.search(Question.of(text), ONE, 1000, null).hits().stream().map(Hit::id).toList();
  }
}
