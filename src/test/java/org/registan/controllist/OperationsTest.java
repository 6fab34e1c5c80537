package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.codes.KnownScheme.EU;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Json;

/** An amendment is done step by step, or not at all. */
class OperationsTest {

  private static final List<Entry> BASE =
      List.of(
          A.entry("1C350", null, "Chemicals"),
          A.sub("1C350.1", "1C350", "Thiodiglycol"),
          A.sub("1C350.1.a", "1C350.1", "pure"),
          A.note("1C350.1#note", "1C350.1", "Not in shampoo"),
          A.sub("1C350.2", "1C350", "Pumps and valves"),
          A.entry("1C351", null, "Toxins"),
          A.definition("toxin", "A poison"));

  @Test
  void whatIsAddedStandsWhereItIsPut() {
    assertThat(
            keys(
                "{'op': 'ADD', 'after': '1C350.1', 'entry': " + sub("1C350.3", "1C350") + "}",
                "{'op': 'ADD', 'first': true, 'entry': " + sub("1C350.4", "1C350") + "}",
                "{'op': 'ADD', 'entry': " + sub("1C350.5", "1C350") + "}"))
        .containsSubsequence(
            "1C350", "1C350.4", "1C350.1", "1C350.3", "1C350.2", "1C350.5", "1C351");
  }

  @Test
  void aDeletedEntryLeavesItsCodeAndADeletedNoteNothing() {
    var entries =
        done(
            "{'op': 'DELETE', 'key': '1C350.1'}",
            "{'op': 'DELETE_DEFINITION', 'key': 'def toxin'}");
    assertThat(entries)
        .extracting(Entry::key)
        .containsExactly("1C350", "1C350.1", "1C350.2", "1C351");
    assertThat(entries.get(1)).isEqualTo(A.unused("1C350.1", "1C350"));
    assertThat(keys("{'op': 'DELETE_NOTE', 'key': '1C350.1#note'}")).doesNotContain("1C350.1#note");
  }

  @Test
  void anAmendedEntryIsOtherwiseInWhatIsSaidOnly() {
    var entries =
        done(
            "{'op': 'AMEND_TEXT', 'key': '1C351', 'texts': [{'lang': 'en', 'text': 'New', 'status':"
                + " 'authentic'}]}",
            "{'op': 'AMEND_PARAMETER', 'key': '1C351', 'parameters': [{'name': 'speed', 'operator':"
                + " 'GE', 'value': '2', 'unit': 'km/s'}]}",
            "{'op': 'AMEND_DETAILS', 'key': '1C351', 'origins': ['AG']}",
            "{'op': 'AMEND_DETAILS', 'key': '1C351', 'origins': []}");
    assertThat(entries.get(5)).isEqualTo(A.threshold(A.entry("1C351", null, "New"), "GE", "2"));
  }

  @Test
  void whatIsUnderARenumberedEntryGoesAlong() {
    assertThat(keys("{'op': 'RENUMBER', 'key': '1C350.1', 'code': '1C350.7'}"))
        .startsWith("1C350", "1C350.7", "1C350.7.a", "1C350.7#note", "1C350.2");
    assertThat(Changes.between(BASE, done("{'op': 'RENUMBER', 'key': '1C350', 'code': '1C360'}")))
        .filteredOn(it -> !it.isFollowing())
        .singleElement()
        .satisfies(it -> assertThat(it.kinds()).containsExactly(ChangeKind.RENUMBERED));
  }

  @Test
  void whatIsMovedTakesAlongWhatIsUnderIt() {
    assertThat(keys("{'op': 'MOVE', 'key': '1C350.1', 'after': '1C350.2'}"))
        .startsWith("1C350", "1C350.2", "1C350.1", "1C350.1.a", "1C350.1#note", "1C351");
    assertThat(keys("{'op': 'MOVE', 'key': '1C350.2', 'parent': '1C350.1', 'first': true}"))
        .startsWith("1C350", "1C350.1", "1C350.2", "1C350.1.a");
    assertThat(keys("{'op': 'MOVE', 'key': '1C351', 'first': true}")).startsWith("1C351", "1C350");
  }

  @Test
  void aSplitEntryLeavesItsCodeUnlessAPartKeepsIt() {
    assertThat(
            keys(
                "{'op': 'SPLIT', 'key': '1C350.2', 'into': ["
                    + sub("1C350.3", "1C350")
                    + ","
                    + sub("1C350.4", "1C350")
                    + "]}"))
        .containsSubsequence("1C350.1", "1C350.2", "1C350.3", "1C350.4", "1C351");
    var kept =
        done(
            "{'op': 'SPLIT', 'key': '1C350.1', 'into': ["
                + sub("1C350.0", "1C350").replace("1C350.0", "1C350.9")
                + ","
                + sub("1C350.1", "1C350")
                + "]}");
    assertThat(kept)
        .extracting(Entry::key)
        .startsWith("1C350", "1C350.9", "1C350.1", "1C350.1.a", "1C350.1#note", "1C350.2");
  }

  @Test
  void mergedEntriesLeaveTheCodesThatAreNotKept() {
    var entries =
        done(
            "{'op': 'MERGE', 'keys': ['1C350.1', '1C350.2'], 'into': ["
                + sub("1C350.1", "1C350")
                + "]}");
    assertThat(entries)
        .extracting(Entry::key)
        .startsWith("1C350", "1C350.1", "1C350.1.a", "1C350.1#note", "1C350.2");
    assertThat(entries.get(4)).isEqualTo(A.unused("1C350.2", "1C350"));
  }

  @Test
  void everyFaultIsToldAndNothingIsDone() {
    var outcome =
        apply(
            "{'op': 'EXPLODE', 'key': '1C350'}",
            "{'op': 'DELETE', 'key': 'nowhere'}",
            "{'op': 'DELETE', 'key': 'def toxin'}",
            "{'op': 'AMEND_TEXT', 'key': '1C350', 'code': '1C351'}",
            "{'op': 'ADD', 'entry': " + sub("1C350.1", "1C350") + "}",
            "{'op': 'ADD', 'entry': " + sub("1C352.1", "1C352") + "}",
            "{'op': 'ADD', 'after': '1C351', 'entry': " + sub("1C350.3", "1C350") + "}",
            "{'op': 'MOVE', 'key': '1C350', 'parent': '1C350.1'}",
            "{'op': 'RENUMBER', 'key': '1C350.1', 'code': '1C350.2'}",
            "{'op': 'SPLIT', 'key': '1C351', 'into': [" + sub("1C350.8", "1C350") + "]}",
            "{'op': 'MERGE', 'keys': ['1C351'], 'into': [" + sub("1C350.8", "1C350") + "]}",
            "{'op': 'MERGE', 'keys': ['1C350.2', '1C350.1'], 'into': ["
                + sub("1C350.2", "1C350")
                + "]}",
            "{'op': 'ADD_NOTE', 'entry': " + sub("1C350.8", "1C350") + "}");
    assertThat(outcome.entries()).isEmpty();
    assertThat(outcome.faults().stream().map(it -> it.pointer() + " " + it.detail()))
        .containsExactly(
            "/operations/0/op is no operation",
            "/operations/1/key is not there: nowhere",
            "/operations/2/key is DEFINITION, which DELETE is not about: def toxin",
            "/operations/3/texts is required of AMEND_TEXT",
            "/operations/3/code is no member of AMEND_TEXT",
            "/operations/4/entry/key is there before: 1C350.1",
            "/operations/5/entry/parent is not there: 1C352",
            "/operations/6/after stands under another parent: 1C351",
            "/operations/7/parent is the entry itself or under it: 1C350",
            "/operations/8/code gives a key that is there before: 1C350.2",
            "/operations/9/into are not two or more",
            "/operations/10/keys are not two or more, each once",
            "/operations/11/keys have entries under one that goes: 1C350.1",
            "/operations/12/entry is SUB_ITEM, which ADD_NOTE is not about: 1C350.8");
  }

  private static String sub(String code, String parent) {
    return ("{'key': '%s', 'parent': '%s', 'type': 'SUB_ITEM', 'code': '%s', 'texts': [{'lang':"
            + " 'en', 'text': 'Some', 'status': 'authentic'}]}")
        .formatted(code, parent, code);
  }

  private static List<String> keys(String... operations) {
    return done(operations).stream().map(Entry::key).toList();
  }

  /** What comes out also holds together. */
  private static List<Entry> done(String... operations) {
    var outcome = apply(operations);
    assertThat(outcome.faults()).isEmpty();
    assertThat(EntryCheck.faults(outcome.entries(), EU, Set.of("en")))
        .allSatisfy(it -> assertThat(it.detail()).startsWith("does not go on from"));
    assertThat(Changes.apply(BASE, Changes.between(BASE, outcome.entries())))
        .isEqualTo(outcome.entries());
    return outcome.entries();
  }

  private static Operations.Outcome apply(String... operations) {
    return Operations.apply(BASE, Arrays.stream(operations).map(OperationsTest::read).toList());
  }

  private static Operation read(String json) {
    try {
      return Json.MAPPER.readValue(json.replace('\'', '"'), Operation.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
