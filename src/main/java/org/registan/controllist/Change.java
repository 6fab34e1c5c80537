package org.registan.controllist;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one entry from one edition to another. All of them together are a patch: {@link
 * Patch} makes the one of the other.
 *
 * @param kinds in what respects, in the order of {@link ChangeKind}
 * @param tombstone with REMOVED, that a NOT_USED entry holds its code now, which is then {@code
 *     to}; with ADDED, that one held the code before, which is then {@code from}
 * @param follows that it only goes along with what it stands under: with its removal or new number
 * @param from the entry before; none when added
 * @param to the entry after; none when removed
 * @param place where it stands now, when it was added or moved
 * @param words of each language whose text is another, the words that differ
 * @param parameters those that differ, by name
 * @param related with SPLIT the keys of the parts, or on a part that of the whole; with MERGED the
 *     keys of those merged, or on one of these that of the whole
 * @param proposed whether it controls more or less than before, as far as a machine may propose
 */
record Change(
    List<ChangeKind> kinds,
    @Nullable Boolean tombstone,
    @Nullable Boolean follows,
    @Nullable Entry from,
    @Nullable Entry to,
    @Nullable Place place,
    @Nullable Map<String, List<Segment>> words,
    @Nullable List<ParameterChange> parameters,
    @Nullable List<String> related,
    @Nullable Effect proposed) {

  boolean is(ChangeKind kind) {
    return kinds.contains(kind);
  }

  boolean isTombstone() {
    return Boolean.TRUE.equals(tombstone);
  }

  boolean isFollowing() {
    return Boolean.TRUE.equals(follows);
  }

  /**
   * Where an entry stands in the later edition.
   *
   * @param parent the key there of what it stands under; none at the top
   * @param index among those that stand there
   */
  record Place(@Nullable String parent, int index) {}

  /** A run of text that both have, or only the earlier, or only the later. */
  record Segment(Op op, String text) {

    enum Op {
      SAME,
      REMOVED,
      ADDED
    }
  }

  /** The thresholds of one name, before and after. */
  record ParameterChange(
      String name, @Nullable List<Entry.Parameter> before, @Nullable List<Entry.Parameter> after) {}

  /** Whether more is controlled than before, or less. */
  enum Effect {
    TIGHTENED,
    RELAXED
  }
}
