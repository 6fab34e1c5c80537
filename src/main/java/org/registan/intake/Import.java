package org.registan.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Actor;
import org.registan.kernel.Role;
import org.registan.record.Term;

/**
 * A file that an agency moved in.
 *
 * @param defaults what stands for empty cells, by column
 * @param drafted how many of its records became drafts, once all have been read
 * @param release once it has been released
 */
record Import(
    UUID id,
    String owner,
    String type,
    Actor from,
    String mediaType,
    JsonNode defaults,
    State state,
    Instant receivedAt,
    int rows,
    @Nullable Integer drafted,
    @Nullable Release release) {

  /** Who released all of its drafts, why, and under the term that was read then, if it is known. */
  record Release(Actor approver, String reason, @Nullable Term term) {}

  /** How far it has come. */
  enum State {
    RECEIVING,
    READING,
    DRAFTED,
    NOTIFYING,
    NOTIFIED,
    DISCARDING,
    DISCARDED
  }

  /** What became of a record in it. */
  enum Outcome {
    WAITING,
    REFUSED,
    KNOWN,
    DRAFTED,
    NOTIFIED,
    LEFT,
    DISCARDED
  }

  /** Whoever brought it in, as the one who acts when it is read later. */
  static Actor from(String participant, String agency, String account, @Nullable String client) {
    var role = client == null ? Role.OFFICER : Role.MACHINE_SUBMIT;
    return new Actor(participant, agency, Set.of(role), account, client);
  }

  Release released() {
    if (release == null) {
      throw new IllegalStateException("nobody approved it");
    }
    return release;
  }
}
