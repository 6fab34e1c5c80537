package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import org.registan.kernel.Json;

/**
 * A record as its owner keeps it.
 *
 * @param sortDate the date lists are in order of: notification, or drafting
 * @param version number of its newest version; 0 for a draft
 * @param content its present content, and {@code life}: what its acts noted
 */
public record Row(
    UUID id,
    String owner,
    String type,
    String agency,
    String reference,
    String status,
    boolean held,
    LocalDate sortDate,
    int version,
    JsonNode content,
    JsonNode life) {

  public boolean isDraft() {
    return status.equals(Status.DRAFT);
  }

  /** The draft with another content of its owner's; what is attached stays. */
  public Row redrafted(JsonNode newContent) {
    return rewritten(Attached.kept(content, newContent));
  }

  /** The same record with just this content. */
  public Row rewritten(JsonNode wholeContent) {
    return with(status, held, sortDate, version, wholeContent, life);
  }

  public Row holding(boolean nowHeld) {
    return with(status, nowHeld, sortDate, version + 1, content, life);
  }

  /** The same record with less in it. */
  Row erased(JsonNode lessContent, JsonNode lessLife) {
    return with(status, held, sortDate, version + 1, lessContent, lessLife);
  }

  /** The record after an act. */
  public Row after(Act act, JsonNode request, Moment moment) {
    ObjectNode changed = life.deepCopy();
    act.change().apply(changed, request, moment);
    return with(
        act.to().apply(request),
        held,
        isDraft() ? moment.today() : sortDate,
        version + 1,
        act.replacesContent() ? Attached.kept(content, request.path("content")) : content,
        changed);
  }

  private Row with(
      String newStatus,
      boolean nowHeld,
      LocalDate newDate,
      int newVersion,
      JsonNode newContent,
      JsonNode newLife) {
    return new Row(
        id,
        owner,
        type,
        agency,
        reference,
        newStatus,
        nowHeld,
        newDate,
        newVersion,
        newContent,
        newLife);
  }

  static Row draft(
      UUID id, String owner, String type, String agency, String reference, LocalDate today) {
    return new Row(
        id,
        owner,
        type,
        agency,
        reference,
        Status.DRAFT,
        false,
        today,
        0,
        Json.object(),
        Json.object());
  }
}
