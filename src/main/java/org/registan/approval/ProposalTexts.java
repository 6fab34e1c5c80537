package org.registan.approval;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;
import org.registan.record.Erasable;
import org.registan.record.Erasure;

/**
 * What proposals about a record say of its persons, open or decided: an open one must not bring
 * back what is erased. Those of states that challenge it are met too, and counted for nobody.
 */
@ApplicationScoped
class ProposalTexts implements Erasable {

  private record Text(
      UUID id, String owner, JsonNode content, String reason, @Nullable String comment) {

    Text cleaned(Erasure all) {
      var erasure = all.in(owner);
      var why = erasure.cleaned(reason);
      return new Text(
          id, owner, erasure.request(content), why == null ? "" : why, erasure.cleaned(comment));
    }
  }

  @Override
  public String kept() {
    return "proposals";
  }

  @Override
  public int count(Handle handle, Erasure erasure) {
    return (int)
        of(handle, erasure, "").stream()
            .filter(it -> it.owner().equals(erasure.row().owner()))
            .filter(it -> !it.cleaned(erasure).equals(it))
            .count();
  }

  /** What waits for approval is no longer what was proposed, and so fits no state of the record. */
  @Override
  public void erase(Handle handle, Erasure erasure) {
    for (var text : of(handle, erasure, " FOR UPDATE")) {
      var cleaned = text.cleaned(erasure);
      if (!cleaned.equals(text)) {
        handle.execute(
            "UPDATE proposal SET content = ?, reason = ?, comment = ?,"
                + " record_if_match = IF(state = 'OPEN', '\"erased\"', record_if_match) WHERE id = ?",
            Json.write(cleaned.content()),
            cleaned.reason(),
            cleaned.comment(),
            text.id());
      }
    }
  }

  private static List<Text> of(Handle handle, Erasure erasure, String lock) {
    return handle
        .createQuery(
            "SELECT id, owner, content, reason, comment FROM proposal FORCE INDEX (k_record)"
                + " WHERE record = :record ORDER BY id"
                + lock)
        .bind("record", erasure.row().id())
        .map((row, ctx) ->
            new Text(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                Json.parse(row.getString(3)),
                row.getString(4),
                row.getString(5)))
        .list();
  }
}
