package org.registan.ledger;

import java.util.Optional;
import java.util.UUID;
import org.registan.kernel.Level;

/**
 * What one recipient is told of one record.
 *
 * @param n the record's version then
 * @param level the recipient's level from then on
 */
record Entry(String recipient, Kind kind, String type, UUID record, int n, Level level) {

  /** Replace your copy, or delete it. */
  enum Kind {
    SHARED,
    UPDATED,
    NARROWED,
    UNSHARED
  }

  /** What a change from one level to another is told as, if at all. */
  static Optional<Kind> kind(Level before, Level after, boolean contentChanged) {
    if (!after.isReadable()) {
      return before.isReadable() ? Optional.of(Kind.UNSHARED) : Optional.empty();
    }
    if (!before.isReadable()) {
      return Optional.of(Kind.SHARED);
    }
    int wider = after.compareTo(before);
    if (wider < 0) {
      return Optional.of(Kind.NARROWED);
    }
    return wider > 0 || contentChanged ? Optional.of(Kind.UPDATED) : Optional.empty();
  }
}
