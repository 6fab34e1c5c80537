package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registan.codes.CodeScheme;
import org.registan.demo.SampleList;
import org.registan.kernel.Json;

/** The sample lists hold together, and from one edition to the next changes what they say. */
class SampleListTest {

  private static final List<SampleList> LISTS = SampleList.all();

  /** How a step of an amendment is seen in the changes. */
  private static final Map<String, ChangeKind> SEEN =
      Map.ofEntries(
          Map.entry("ADD", ChangeKind.ADDED),
          Map.entry("ADD_NOTE", ChangeKind.NOTE_ADDED),
          Map.entry("ADD_DEFINITION", ChangeKind.DEFINITION_ADDED),
          Map.entry("DELETE", ChangeKind.REMOVED),
          Map.entry("AMEND_TEXT", ChangeKind.TEXT_CHANGED),
          Map.entry("AMEND_NOTE", ChangeKind.NOTE_CHANGED),
          Map.entry("AMEND_PARAMETER", ChangeKind.PARAMETER_CHANGED),
          Map.entry("AMEND_DETAILS", ChangeKind.DETAILS_CHANGED),
          Map.entry("RENUMBER", ChangeKind.RENUMBERED),
          Map.entry("MOVE", ChangeKind.MOVED),
          Map.entry("SPLIT", ChangeKind.SPLIT),
          Map.entry("MERGE", ChangeKind.MERGED));

  @Test
  void bothEditionsOfEachStateHoldTogether() {
    assertThat(LISTS).extracting(SampleList::owner).containsExactly("PAK", "KAZ", "UZB");
    for (var list : LISTS) {
      assertThat(list.entries().size()).as(list.owner()).isBetween(200, 800);
      assertThat(faults(list, older(list))).as(list.owner()).isEmpty();
      var newer = Operations.apply(older(list), operations(list));
      assertThat(newer.faults()).as(list.owner()).isEmpty();
      assertThat(faults(list, newer.entries())).as(list.owner()).isEmpty();
    }
  }

  @Test
  void whatChangesIsWhatTheOperationsSayAndNothingElse() {
    for (var list : LISTS) {
      var seen =
          changes(list).stream()
              .filter(it -> !it.isFollowing())
              .flatMap(it -> it.kinds().stream().map(kind -> key(it) + " " + kind))
              .collect(Collectors.toSet());

      var said =
          operations(list).stream()
              .flatMap(
                  it -> keys(it).map(key -> key + " " + Objects.requireNonNull(SEEN.get(it.op()))))
              .collect(Collectors.toSet());
      assertThat(seen).as(list.owner()).containsAll(said);
      assertThat(names(seen)).as(list.owner()).isEqualTo(names(said));
    }
  }

  @Test
  void effectsAreToldOfWhatChangedAndNotOfEverything() {
    for (var list : LISTS) {
      var changed = changes(list).stream().map(SampleListTest::key).collect(Collectors.toSet());
      var told = list.newer().path("effects").findValuesAsText("key");
      assertThat(told).as(list.owner()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(changed).as(list.owner()).containsAll(told).hasSizeGreaterThan(told.size());
    }
    assertThat(changes(LISTS.getFirst()))
        .filteredOn(it -> it.proposed() != null)
        .anyMatch(it -> key(it).equals("2B350#decontrol-1"));
  }

  @Test
  void eachEditionSaysThatItIsASample() {
    for (var list : LISTS) {
      for (var edition : List.of(list.older(), list.newer())) {
        assertThat(edition.at("/summary/0/text").asText()).startsWith("SAMPLE, not law.");
        assertThat(edition.at("/caveats/0").asText()).isEqualTo("SAMPLE, NOT LAW");
      }
    }
  }

  private static List<Change> changes(SampleList list) {
    var newer = Operations.apply(older(list), operations(list)).entries();
    return Changes.between(older(list), newer);
  }

  private static List<Entry> older(SampleList list) {
    return list.entries().valueStream().map(it -> Json.to(it, Entry.class)).toList();
  }

  private static List<Operation> operations(SampleList list) {
    return list.operations().valueStream().map(it -> Json.to(it, Operation.class)).toList();
  }

  private static List<?> faults(SampleList list, List<Entry> entries) {
    var edition = list.older();
    var scheme =
        CodeScheme.of(
            edition.path("codeScheme").asText(), edition.path("codeSeparators").textValue());
    var authentic = new HashSet<String>();
    edition.path("authenticLanguages").valueStream().map(JsonNode::asText).forEach(authentic::add);
    return EntryCheck.faults(entries, scheme.orElseThrow(), authentic);
  }

  /** Of the entries that a step is about, as they are called after it. */
  private static Stream<String> keys(Operation step) {
    if (step.into() != null) {
      var merged = step.keys() == null ? List.<String>of() : step.keys();
      return Stream.concat(step.into().stream().map(Entry::key), merged.stream()).distinct();
    }
    return Stream.of(
        step.code() != null
            ? step.code()
            : step.entry() == null ? String.valueOf(step.key()) : step.entry().key());
  }

  private static String key(Change change) {
    return Stream.of(change.to(), change.from())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow()
        .key();
  }

  private static Set<String> names(Set<String> seen) {
    return seen.stream().map(it -> it.replaceFirst(" .*", "")).collect(Collectors.toSet());
  }
}
