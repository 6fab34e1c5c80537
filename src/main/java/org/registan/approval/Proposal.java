package org.registan.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that adds content, recipients or level outside a state, waiting for a second person.
 *
 * @param agency the agency whose releaser decides, or the national authority's
 * @param recordIfMatch entity tag of exactly what the proposer read of the record
 */
public record Proposal(
    UUID id,
    String owner,
    String agency,
    String type,
    State state,
    @Nullable UUID record,
    @Nullable String recordIfMatch,
    JsonNode content,
    String reason,
    String proposedBy,
    String proposedAgency,
    Instant proposedAt,
    @Nullable String decidedBy,
    @Nullable String decidedAgency,
    @Nullable Instant decidedAt,
    @Nullable String comment) {

  /** Where a proposal stands. */
  public enum State {
    OPEN,
    RETURNED,
    APPROVED,
    DISCARDED
  }

  public UUID recordId() {
    if (record == null) {
      throw new IllegalStateException("names no record");
    }
    return record;
  }

  public String recordTag() {
    return recordIfMatch == null ? "" : recordIfMatch;
  }
}
