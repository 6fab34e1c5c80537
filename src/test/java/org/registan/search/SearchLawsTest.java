package org.registan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;

/** Whatever the documents, the question and who may see what. */
class SearchLawsTest {

  private static final int QUESTIONS = 6;
  private static final int ALL = 1000;

  @Property(tries = 60)
  void hiddenDocumentsChangeNothing(
      @ForAll Random random, @ForAll @IntRange(max = 60) int size, @ForAll boolean inPortions) {
    var some = new RandomDocs(random);
    var docs = some.some(size);
    var visible = some.groups(docs);
    var seen = docs.stream().filter(it -> visible.contains(it.group())).toList();
    try (var all = corpus(docs, inPortions ? 7 : ALL);
        var few = corpus(seen, ALL)) {
      for (int i = 0; i < QUESTIONS; i++) {
        var question = some.question();
        int limit = 1 + random.nextInt(8);
        var after = random.nextBoolean() ? null : place(few, question, visible);
        assertThat(bytes(all, question, visible, limit, after))
            .as("%s", question)
            .isEqualTo(bytes(few, question, visible, limit, after));
      }
    }
  }

  @Property(tries = 60)
  void whatIsFoundIsWhatReadingEveryDocumentFinds(
      @ForAll Random random, @ForAll @IntRange(max = 60) int size) {
    var some = new RandomDocs(random);
    var docs = some.some(size);
    var visible = some.groups(docs);
    var naive = new Naive(RandomDocs.FIELDS, docs);
    try (var corpus = corpus(docs, 1 + random.nextInt(30))) {
      for (int i = 0; i < QUESTIONS; i++) {
        var question = some.question();
        var hits = corpus.search(question, visible, ALL, null).hits();
        assertThat(hits.stream().map(it -> new Naive.Found(it.id(), it.score(), it.order())))
            .as("%s", question)
            .isEqualTo(naive.search(question, visible));
      }
    }
  }

  @Property(tries = 25)
  void pagesOneAfterTheOtherAreOneLongPage(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll @IntRange(min = 1, max = 9) int limit) {
    var some = new RandomDocs(random);
    var docs = some.some(size);
    var visible = some.groups(docs);
    try (var corpus = corpus(docs, 9)) {
      for (int i = 0; i < QUESTIONS; i++) {
        var question = some.question();
        var hits = new ArrayList<Hit>();
        var page = corpus.search(question, visible, limit, null);
        hits.addAll(page.hits());
        while (page.more()) {
          var after = page.hits().getLast().after();
          page = corpus.search(question, visible, limit, after);
          hits.addAll(page.hits());
        }
        assertThat(new Page(hits, false)).isEqualTo(corpus.search(question, visible, ALL, null));
      }
    }
  }

  /** All that is highlighted together is the text, and each find is in what was asked for. */
  @Property(tries = 25)
  void highlightsAreTheTextAsItWasWritten(@ForAll Random random) {
    var some = new RandomDocs(random);
    var docs = some.some(30);
    try (var corpus = corpus(docs, 9)) {
      for (int i = 0; i < QUESTIONS; i++) {
        var question = some.question();
        var page =
            corpus.search(question, Groups.of(docs.stream().map(Doc::group).toList()), 50, null);
        for (var hit : page.hits()) {
          var doc = docs.stream().filter(it -> it.id() == hit.id()).findFirst().orElseThrow();
          hit.highlights().forEach(it -> shows(it, doc));
          assertThat(hit.highlights().isEmpty()).isEqualTo(hit.score() == 0);
        }
      }
    }
  }

  private static void shows(Highlight highlight, Doc doc) {
    var shown = String.join("", highlight.pieces().stream().map(Highlight.Piece::text).toList());
    assertThat(highlight.pieces()).anyMatch(Highlight.Piece::found);
    assertThat(doc.texts())
        .filteredOn(
            it -> it.field().equals(highlight.field()) && it.lang().equals(highlight.lang()))
        .singleElement()
        .satisfies(it -> {
          if (highlight.cutBefore() || highlight.cutAfter()) {
            assertThat(it.text()).contains(shown).hasSizeGreaterThan(Marking.WINDOW);
            assertThat(it.text().startsWith(shown)).isEqualTo(!highlight.cutBefore());
            assertThat(shown.length()).isLessThanOrEqualTo(Marking.WINDOW);
          } else {
            assertThat(it.text()).isEqualTo(shown);
          }
        });
  }

  static Corpus corpus(List<Doc> docs, int portion) {
    var corpus = new Corpus(RandomDocs.FIELDS);
    for (int from = 0; from < docs.size(); from += portion) {
      corpus.add(docs.subList(from, Math.min(docs.size(), from + portion)));
    }
    return corpus;
  }

  private static @Nullable After place(Corpus corpus, Question question, Groups visible) {
    var hits = corpus.search(question, visible, 3, null).hits();
    return hits.isEmpty() ? null : hits.getLast().after();
  }

  private static String bytes(
      Corpus corpus, Question question, Groups visible, int limit, @Nullable After after) {
    var page = corpus.search(question, visible, limit, after);
    return new String(Json.write(page).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
