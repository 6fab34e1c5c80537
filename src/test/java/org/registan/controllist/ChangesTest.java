package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.controllist.ChangeKind.ADDED;
import static org.registan.controllist.ChangeKind.MERGED;
import static org.registan.controllist.ChangeKind.MOVED;
import static org.registan.controllist.ChangeKind.NOTE_ADDED;
import static org.registan.controllist.ChangeKind.PARAMETER_CHANGED;
import static org.registan.controllist.ChangeKind.REKEYED;
import static org.registan.controllist.ChangeKind.REMOVED;
import static org.registan.controllist.ChangeKind.RENUMBERED;
import static org.registan.controllist.ChangeKind.SPLIT;
import static org.registan.controllist.ChangeKind.TEXT_CHANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registan.controllist.Change.Effect;
import org.registan.controllist.Change.Place;
import org.registan.controllist.Change.Segment;
import org.registan.controllist.Change.Segment.Op;

/** A change is told as a reader of both editions would tell it. */
class ChangesTest {

  private static final Entry TOP = A.entry("1C350", null, "Chemicals, as follows:");

  @Test
  void whatMovesUpWhenOneGoesIsRenumberedAndNotReworded() {
    assertThat(told(under("a", "foo", "b", "bar", "c", "baz"), under("a", "bar", "b", "baz")))
        .containsExactly(
            "1C350.a foo - [REMOVED]",
            "1C350.b bar 1C350.a [RENUMBERED]",
            "1C350.c baz 1C350.b [RENUMBERED]");
  }

  @Test
  void aTextThatIsNearlyTheSameIsChangedAndAnotherIsNot() {
    var changes =
        changes(
            under("a", "pumps of nickel and glass", "b", "bromine"),
            under("a", "pumps of nickel and steel", "b", "chlorine"));
    assertThat(changes)
        .extracting(Change::kinds)
        .containsExactly(List.of(TEXT_CHANGED), List.of(REMOVED), List.of(ADDED));
    assertThat(changes.getFirst().words())
        .containsEntry(
            "en",
            List.of(
                new Segment(Op.SAME, "pumps of nickel and "),
                new Segment(Op.REMOVED, "glass"),
                new Segment(Op.ADDED, "steel")));
    assertThat(changes.getFirst().proposed()).as("never for a text").isNull();
  }

  @Test
  void whatChangesPlacesIsMovedAndTheRestStays() {
    assertThat(
            changes(
                under("a", "foo", "b", "bar", "c", "baz"),
                under("c", "baz", "a", "foo", "b", "bar")))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kinds()).containsExactly(MOVED);
          assertThat(it.place()).isEqualTo(new Place("1C350", 0));
        });
  }

  @Test
  void whatStandsUnderAnotherParentIsMoved() {
    var other = A.entry("1C351", null, "Other things");
    var long1 = A.sub("1C350.a", "1C350", "pumps having seals of nickel");
    var long2 = A.sub("1C351.a", "1C351", "pumps having seals of nickel");
    assertThat(changes(List.of(TOP, long1, other), List.of(TOP, other, long2)))
        .singleElement()
        .satisfies(it -> assertThat(it.kinds()).containsExactly(RENUMBERED, MOVED));
  }

  @Test
  void aPlaceholderTellsThatTheEntryIsRemoved() {
    var gone = A.sub("1C350.a", "1C350", "foo");
    assertThat(changes(List.of(TOP, gone), List.of(TOP, A.unused("1C350.a", "1C350"))))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kinds()).containsExactly(REMOVED);
          assertThat(it.isTombstone()).isTrue();
          assertThat(it.proposed()).isEqualTo(Effect.RELAXED);
        });
  }

  @Test
  void whatIsUnderARenumberedOrRemovedEntryFollows() {
    var item = A.sub("1C350.a", "1C350", "pumps having any of the following");
    var below = A.sub("1C350.a.1", "1C350.a", "seals");
    var note = A.note("1C350.a#note", "1C350.a", "Seals are rings");
    var renamed =
        List.of(
            TOP,
            A.sub("1C350.c", "1C350", "pumps having any of the following"),
            A.sub("1C350.c.1", "1C350.c", "seals"),
            A.note("1C350.c#note", "1C350.c", "Seals are rings"));
    var changes = changes(List.of(TOP, item, below, note), renamed);
    assertThat(changes)
        .extracting(Change::kinds)
        .containsExactly(List.of(RENUMBERED), List.of(RENUMBERED), List.of(REKEYED));
    assertThat(changes).extracting(Change::isFollowing).containsExactly(false, true, true);
    assertThat(changes(List.of(TOP, item, below, note), List.of(TOP)))
        .extracting(Change::isFollowing)
        .containsExactly(false, true, true);
  }

  @Test
  void aThresholdThatFallsTightensAndOneThatRisesRelaxes() {
    var item = A.sub("1C350.a", "1C350", "pumps");
    var from = List.of(TOP, A.threshold(item, "GE", "10"));
    assertThat(changes(from, List.of(TOP, A.threshold(item, "GE", "9.5"))))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kinds()).containsExactly(PARAMETER_CHANGED);
          assertThat(it.proposed()).isEqualTo(Effect.TIGHTENED);
        });
    assertThat(changes(from, List.of(TOP, A.threshold(item, "GT", "10"))).getFirst().proposed())
        .isEqualTo(Effect.RELAXED);
    assertThat(changes(from, List.of(TOP, A.threshold(item, "LE", "9"))).getFirst().proposed())
        .isNull();
  }

  @Test
  void aNoteThatTakesOutOfControlRelaxes() {
    var note = A.of("DECONTROL_NOTE", "1C350#n", "1C350", null, "1C350 does not control soap");
    var changes = changes(List.of(TOP), List.of(TOP, note));
    assertThat(changes).extracting(Change::kinds).containsExactly(List.of(NOTE_ADDED));
    assertThat(changes.getFirst().proposed()).isEqualTo(Effect.RELAXED);
    assertThat(changes(List.of(TOP, note), List.of(TOP)).getFirst().proposed())
        .isEqualTo(Effect.TIGHTENED);
  }

  @Test
  void anEntryPartedInTwoIsSplitAndTheReverseMerged() {
    var whole = under("a", "centrifugal pumps and ball valves");
    var parts = under("b", "centrifugal pumps", "c", "ball valves");
    var split = changes(whole, parts);
    assertThat(split).allSatisfy(it -> assertThat(it.kinds()).contains(SPLIT));
    assertThat(split).allSatisfy(it -> assertThat(it.proposed()).isNull());
    assertThat(split).extracting(Change::related).contains(List.of("1C350.b", "1C350.c"));
    var merged = changes(parts, whole);
    assertThat(merged).allSatisfy(it -> assertThat(it.kinds()).contains(MERGED));
    assertThat(merged).extracting(Change::related).contains(List.of("1C350.b", "1C350.c"));
  }

  /** Only whether it ends: a square of twenty thousand would not, in this time. */
  @Test
  void listsOfTwentyThousandAreCompared() {
    var before = large("");
    var after = new ArrayList<>(before);
    for (int i = 50; i < after.size(); i += 100) {
      var it = after.get(i);
      after.set(i, A.bare(it.type(), it.key(), it.parent(), it.code(), A.texts("new words " + i)));
    }
    assertThat(changes(before, after)).hasSizeBetween(200, 400);
    var unrelated = large("other ");
    assertThat(Changes.apply(before, Changes.between(before, unrelated))).isEqualTo(unrelated);
  }

  private static List<Entry> large(String word) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < 2_000; i++) {
      var key = word.strip() + "k" + i;
      entries.add(A.entry(key, null, word + "goods number " + i));
      for (int j = 0; j < 9; j++) {
        entries.add(
            A.sub(key + "." + j, key, word + "having speed " + i * j + " of any kind " + j));
      }
    }
    return entries;
  }

  private static List<Entry> under(String... lettersAndTexts) {
    var entries = new ArrayList<>(List.of(TOP));
    for (int i = 0; i < lettersAndTexts.length; i += 2) {
      entries.add(A.sub("1C350." + lettersAndTexts[i], "1C350", lettersAndTexts[i + 1]));
    }
    return entries;
  }

  private static List<Change> changes(List<Entry> before, List<Entry> after) {
    var changes = Changes.between(before, after);
    assertThat(Changes.apply(before, changes)).isEqualTo(after);
    return changes;
  }

  private static List<String> told(List<Entry> before, List<Entry> after) {
    return changes(before, after).stream()
        .map(it -> {
          var text =
              Stream.of(it.from(), it.to()).filter(Objects::nonNull).findFirst().orElseThrow();
          return "%s %s %s %s"
              .formatted(
                  it.from() == null ? "-" : it.from().key(),
                  text.textsOrNone().stream().map(Entry.Text::text).collect(Collectors.joining()),
                  it.to() == null ? "-" : it.to().key(),
                  it.kinds());
        })
        .toList();
  }
}
