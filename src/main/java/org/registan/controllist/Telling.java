package org.registan.controllist;

import static org.registan.controllist.ChangeKind.ADDED;
import static org.registan.controllist.ChangeKind.DEFINITION_ADDED;
import static org.registan.controllist.ChangeKind.DEFINITION_CHANGED;
import static org.registan.controllist.ChangeKind.DEFINITION_REMOVED;
import static org.registan.controllist.ChangeKind.DETAILS_CHANGED;
import static org.registan.controllist.ChangeKind.MERGED;
import static org.registan.controllist.ChangeKind.MOVED;
import static org.registan.controllist.ChangeKind.NOTE_ADDED;
import static org.registan.controllist.ChangeKind.NOTE_CHANGED;
import static org.registan.controllist.ChangeKind.NOTE_REMOVED;
import static org.registan.controllist.ChangeKind.PARAMETER_CHANGED;
import static org.registan.controllist.ChangeKind.REKEYED;
import static org.registan.controllist.ChangeKind.REMOVED;
import static org.registan.controllist.ChangeKind.RENUMBERED;
import static org.registan.controllist.ChangeKind.SPLIT;
import static org.registan.controllist.ChangeKind.TEXT_CHANGED;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.registan.controllist.Change.Effect;

/** Tells of single entries that came, went or stayed in what respects they are otherwise. */
final class Telling {

  private final Forest before;
  private final Forest after;
  private final Matching matching;
  private final Standing standing;
  private final Partings partings;

  private final WordChanges.Effort effort = new WordChanges.Effort();

  Telling(Forest before, Forest after, Matching matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
    this.standing = new Standing(before, after, matching);
    this.partings = new Partings(before, after, matching);
  }

  /** Of an entry of the later edition, unless it is as it was. */
  Optional<Change> come(int come) {
    int gone = matching.before(come);
    if (gone == Matching.NONE) {
      return Optional.of(added(come));
    }
    if (matching.isPlaceholder(gone, come)) {
      return Optional.of(replaced(gone, come));
    }
    if (standing.stays(come) && before.at(gone).equals(after.at(come))) {
      return Optional.empty();
    }
    return Optional.of(changed(gone, come));
  }

  /** Of an entry of the earlier edition that is no more. */
  Change gone(int gone) {
    var kinds = kinds(NOTE_REMOVED, DEFINITION_REMOVED, REMOVED, before.family(gone));
    return removed(kinds, gone, null, null);
  }

  private Change added(int come) {
    var kinds = kinds(NOTE_ADDED, DEFINITION_ADDED, ADDED, after.family(come));
    return added(kinds, null, come);
  }

  private Change added(Set<ChangeKind> kinds, @Nullable Entry from, int come) {
    var related = related(kinds, partings.partOf(come), partings.mergedOf(come));
    var effect = related == null ? Proposal.ofPresence(after.at(come), Effect.TIGHTENED) : null;
    return new Change(
        List.copyOf(kinds),
        from == null ? null : true,
        null,
        from,
        after.at(come),
        from != null && standing.stays(come) ? null : standing.place(come),
        null,
        null,
        related,
        effect);
  }

  private Change removed(
      Set<ChangeKind> kinds, int gone, @Nullable Entry to, Change.@Nullable Place place) {
    var related = related(kinds, partings.splitOf(gone), partings.mergedInto(gone));
    var effect = related == null ? Proposal.ofPresence(before.at(gone), Effect.RELAXED) : null;
    return new Change(
        List.copyOf(kinds),
        to == null ? null : true,
        isUnderWhatIsGone(gone) ? true : null,
        before.at(gone),
        to,
        place,
        null,
        null,
        related,
        effect);
  }

  /** A code that is no more in use, or is again. */
  private Change replaced(int gone, int come) {
    var place = standing.stays(come) ? null : standing.place(come);
    return after.isUnused(come)
        ? removed(EnumSet.of(REMOVED), gone, after.at(come), place)
        : added(EnumSet.of(ADDED), before.at(gone), come);
  }

  private Change changed(int gone, int come) {
    var from = before.at(gone);
    var to = after.at(come);
    var kinds = EnumSet.noneOf(ChangeKind.class);
    var parameters = Thresholds.between(from, to);
    said(from, to, before.family(gone), kinds);
    if (!Objects.equals(from.code(), to.code())) {
      kinds.add(RENUMBERED);
    }
    boolean stays = standing.stays(come);
    if (!stays) {
      kinds.add(MOVED);
    }
    if (kinds.isEmpty()) {
      kinds.add(REKEYED);
    }
    var related = related(kinds, partings.splitOf(gone), partings.mergedOf(come));
    var words = WordChanges.between(from.textsOrNone(), to.textsOrNone(), effort);
    return new Change(
        List.copyOf(kinds),
        null,
        (stays && isFollowing(gone, come, kinds)) ? true : null,
        from,
        to,
        stays ? null : standing.place(come),
        words.isEmpty() ? null : words,
        parameters.isEmpty() ? null : parameters,
        related,
        related == null ? Proposal.ofThresholds(from, parameters) : null);
  }

  /** In what it says it is otherwise. */
  private static void said(
      Entry from, Entry to, EntryType.Family family, EnumSet<ChangeKind> kinds) {
    if (from.named("", null, null).equals(to.named("", null, null))) {
      return;
    }
    boolean texts = !Objects.equals(from.texts(), to.texts());
    boolean parameters = !Objects.equals(from.parameters(), to.parameters());
    if (parameters) {
      kinds.add(PARAMETER_CHANGED);
    }
    if (family == EntryType.Family.NOTE || family == EntryType.Family.DEFINITION) {
      kinds.add(family == EntryType.Family.NOTE ? NOTE_CHANGED : DEFINITION_CHANGED);
      return;
    }
    if (texts) {
      kinds.add(TEXT_CHANGED);
    }
    if (!from.like(to)) {
      kinds.add(DETAILS_CHANGED);
    }
  }

  private static EnumSet<ChangeKind> kinds(
      ChangeKind note, ChangeKind definition, ChangeKind other, EntryType.Family family) {
    return switch (family) {
      case NOTE -> EnumSet.of(note);
      case DEFINITION -> EnumSet.of(definition);
      case ITEM, TEXT -> EnumSet.of(other);
    };
  }

  /** Marks what was parted or put together, and names the others of it. */
  private static @Nullable List<String> related(
      Set<ChangeKind> kinds, List<String> split, List<String> merged) {
    if (!split.isEmpty()) {
      kinds.add(SPLIT);
      return split;
    }
    if (!merged.isEmpty()) {
      kinds.add(MERGED);
      return merged;
    }
    return null;
  }

  private boolean isUnderWhatIsGone(int gone) {
    int above = before.parent(gone);
    return above != Forest.TOP
        && (matching.after(above) == Matching.NONE
            || matching.isPlaceholder(above, matching.after(above)));
  }

  /** Whether its names are others just as those are that they begin with. */
  private boolean isFollowing(int gone, int come, Set<ChangeKind> kinds) {
    var above = before.above(gone);
    var now = after.above(come);
    if (above == null || now == null || !EnumSet.of(RENUMBERED, REKEYED).containsAll(kinds)) {
      return false;
    }
    var from = before.at(gone);
    var to = after.at(come);
    var key = Follow.on(from.key(), above.key(), now.key());
    return (to.key().equals(key) || to.key().equals(from.key()))
        && Objects.equals(to.code(), followed(gone, from.code()));
  }

  private @Nullable String followed(int gone, @Nullable String code) {
    int coded = before.coded(gone);
    if (code == null || coded == Forest.TOP || matching.after(coded) == Matching.NONE) {
      return code;
    }
    return Follow.on(code, before.at(coded).code(), after.at(matching.after(coded)).code());
  }
}
