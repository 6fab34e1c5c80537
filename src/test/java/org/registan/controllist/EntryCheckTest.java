package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.codes.KnownScheme.EU;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Json;
import org.registan.web.Fault;

/** Every fault of a list is told at once, where it stands. */
class EntryCheckTest {

  @Test
  void aListThatHoldsTogetherHasNoFault() {
    assertThat(
            faults(
                A.of("CATEGORY", "1", null, "1", "Materials"),
                A.of("PRODUCT_GROUP", "1C", "1", "1C", "Materials proper"),
                A.entry("1C350", "1C", "Chemicals, as follows:"),
                A.sub("1C350.1", "1C350", "Thiodiglycol"),
                A.unused("1C350.2", "1C350"),
                A.note("1C350#note-1", "1C350", "1C350 does not control dilute mixtures."),
                A.unused("1C351", "1C"),
                A.definition("mixture", "Two or more chemicals.")))
        .isEmpty();
  }

  @Test
  void aKeyOrCodeStandsOnce() {
    assertThat(
            faults(
                A.entry("1C350", null, "Chemicals"),
                A.entry("1C350", null, "Chemicals"),
                A.of("ENTRY", "other", null, "1C350.", "Chemicals")))
        .containsExactly(
            "/items/1/key is there before: 1C350",
            "/items/1/code is there before: 1C350",
            "/items/2/code is there before: 1C350.");
  }

  @Test
  void aParentStandsBeforeWhatIsUnderItAndItsPartInOnePiece() {
    assertThat(
            faults(
                A.note("a", "b", "before it"),
                A.note("b", "a", "and round"),
                A.note("c", "c", "itself"),
                A.note("d", "nowhere", "gone"),
                A.note("e", null, "one"),
                A.note("f", null, "two"),
                A.note("g", "e", "late")))
        .containsExactly(
            "/items/0/parent stands after what is under it, or under it itself: b",
            "/items/2/parent is the entry itself: c",
            "/items/3/parent is not there: nowhere",
            "/items/6/parent is over already where this stands, apart from its other entries: e");
  }

  @Test
  void aListIsTwelveDeepAtMost() {
    var chain = new ArrayList<Entry>();
    for (int i = 0; i < 13; i++) {
      chain.add(A.note("n" + i, i == 0 ? null : "n" + (i - 1), "deeper"));
    }
    assertThat(faults(chain)).containsExactly("/items/12/parent leads deeper than 12: n12");
  }

  @Test
  void aCodeIsWhereItsTypeAndSchemeLetItBe() {
    assertThat(
            faults(
                A.bare("ENTRY", "a", null, null, A.texts("uncoded")),
                A.of("NOTE", "b", null, "1C350", "1C350 does not control"),
                A.of("ENTRY", "c", null, "X99", "strange"),
                A.of("THING", "d", null, null, "strange"),
                A.sub("1C350.a", "d", "under no entry"),
                A.entry("1C351", null, "Toxins"),
                A.sub("1C35.1", "1C351", "mistyped"),
                A.sub("1C352.1", "1C351", "of another"),
                A.unused("1C353.1", "1C351")))
        .containsExactly(
            "/items/0/code is required of ENTRY",
            "/items/1/code is none of NOTE: 1C350",
            "/items/2/code is no code of scheme EU: X99",
            "/items/3/type is no type of entry",
            "/items/4/parent leads to no ENTRY: 1C350.a",
            "/items/6/code is no code of scheme EU: 1C35.1",
            "/items/7/code does not go on from 1C351: 1C352.1",
            "/items/8/code does not go on from 1C351: 1C353.1");
  }

  @Test
  void textsAreOnePerLanguageAndOneInTheLanguageOfTheList() {
    assertThat(
            faults(
                A.bare("NOTE", "a", null, null, texts("ru", "нечто")),
                A.bare("NOTE", "b", null, null, null),
                A.bare("NOTE", "c", null, null, texts("en", "one", "EN", "two")),
                A.bare("NOTE", "d", null, null, texts("en", "one", "x", " "))))
        .containsExactly(
            "/items/0/texts have none in a language in which the list is authentic: a",
            "/items/1/texts have none in a language in which the list is authentic: b",
            "/items/2/texts/1/lang is there before in c",
            "/items/3/texts/1/lang is no language of BCP 47",
            "/items/3/texts/1/text is blank");
  }

  @Test
  void whatAnEntryNamesIsWellFormed() {
    var entry =
        Json.parse(
            """
            {"key": "1C350", "type": "ENTRY", "code": "1C350", "term": "no",
             "texts": [{"lang": "en", "text": "Chemicals", "status": "OFFICIAL"}],
             "parameters": [{"name": "share", "operator": "OVER", "value": "30,5"}],
             "origins": ["SOMEBODY"],
             "hsCodes": [{"code": "29.30", "nomenclature": "HS2022"}],
             "casNumbers": ["111-48-8", "111-48-9", "7"], "references": []}
            """,
            Entry.class);
    assertThat(faults(entry))
        .containsExactly(
            "/items/0/texts/0/status is none of authentic, translation",
            "/items/0/term is none of ENTRY",
            "/items/0/references is empty; leave it away",
            "/items/0/parameters/0/operator is none of EQ, GE, GT, LE, LT",
            "/items/0/parameters/0/value is no decimal number with a point, in 1C350",
            "/items/0/hsCodes/0/code has not 4 to 10 digits, in 1C350",
            "/items/0/casNumbers/1 has a wrong check digit, in 1C350",
            "/items/0/casNumbers/2 is no CAS number, in 1C350");
  }

  @Test
  void ofVeryManyFaultsTheFirstThousandAreTold() {
    var same = Collections.nCopies(3_000, A.note("a", null, "again"));
    assertThat(faults(same))
        .hasSize(1_001)
        .last()
        .isEqualTo("/items has more faults than the 1,000 told here");
    assertThat(faults(Collections.nCopies(50_001, A.note("a", null, "again"))))
        .containsExactly("/items are more than 50,000");
  }

  @Test
  void theLargestListIsJudgedWhole() {
    var list =
        IntStream.range(0, EntryCheck.MOST_ENTRIES)
            .mapToObj(it -> A.note("n" + it, it % 10 == 0 ? null : "n" + (it - it % 10), "text"))
            .toList();
    assertThat(faults(list)).isEmpty();
  }

  @Test
  void anEntryIsWrittenAsItWasRead() {
    var json =
        """
        {"code":"1C350","effectiveFrom":"2027-01-01","key":"1C350","texts":\
        [{"lang":"en","status":"authentic","text":"Chemicals"}],"type":"ENTRY"}\
        """;
    assertThat(Json.canonical(Json.tree(Json.parse(json, Entry.class)))).isEqualTo(json);
  }

  private static List<Entry.Text> texts(String... pairs) {
    return IntStream.range(0, pairs.length / 2)
        .mapToObj(it -> new Entry.Text(pairs[2 * it], pairs[2 * it + 1], "authentic"))
        .toList();
  }

  private static List<String> faults(Entry... entries) {
    return faults(List.of(entries));
  }

  private static List<String> faults(List<Entry> entries) {
    return EntryCheck.faults(entries, EU, Set.of("en")).stream().map(EntryCheckTest::told).toList();
  }

  private static String told(Fault fault) {
    return fault.pointer() + " " + fault.detail();
  }
}
