package org.registan.challenge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Level;
import org.registan.participant.DueDate;

/**
 * A recipient's word to an owner that a record is wrong.
 *
 * @param level at which the challenger saw the record
 * @param version number of what it saw, of that level's layer
 * @param n number of the owner's newest version then; never the challenger's to see
 */
record Challenge(
    UUID id,
    UUID record,
    String owner,
    String challenger,
    String challengerAgency,
    String ground,
    @Nullable String text,
    Level level,
    int version,
    int n,
    Instant raisedAt,
    DueDate due,
    @Nullable Answer answer) {

  /**
   * The owner's word on it.
   *
   * @param level at which the challenger saw the record then
   */
  record Answer(String text, Level level, Instant at) {}

  /** Where a challenge stands; {@code UNSHARED}: the challenger no longer sees the record. */
  enum State {
    OPEN,
    CORRECTED,
    ANSWERED,
    UNSHARED
  }

  /**
   * A challenge as it stands between its two now.
   *
   * @param type the kind of record it is about
   * @param showsAnswer whether the challenger may see what was answered
   * @param tells at which level it tells the challenger of the record, at most that of then
   */
  record Standing(
      Challenge challenge,
      String type,
      String reference,
      State state,
      boolean showsAnswer,
      Level tells) {}
}
