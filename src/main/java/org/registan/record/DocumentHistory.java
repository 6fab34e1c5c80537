package org.registan.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Json;
import org.registan.kernel.Level;

/** Every released document of a record: what an erasure finds in them, and takes from them. */
@ApplicationScoped
public class DocumentHistory {

  private record Kept(int layer, int rev, String body) {}

  public void erase(Handle handle, Erasure erasure) {
    var record = erasure.row().id();
    for (var kept : of(handle, record)) {
      var body = Json.canonical(erasure.cleaned(Json.parse(kept.body())));
      if (!body.equals(kept.body())) {
        handle.execute(
            "UPDATE doc_history SET body = ? WHERE record = ? AND layer = ? AND rev = ?",
            body,
            record,
            kept.layer(),
            kept.rev());
      }
    }
  }

  private static List<Kept> of(Handle handle, UUID record) {
    return handle
        .createQuery("SELECT layer, rev, body FROM doc_history WHERE record = :record")
        .bind("record", record)
        .map((row, ctx) -> new Kept(row.getInt(1), row.getInt(2), row.getString(3)))
        .list();
  }

  /** How many revisions of what the owner sees hold persons' data. */
  public int withPersons(Handle handle, UUID record) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM doc_history WHERE record = :record AND layer = :layer"
                + " AND LOCATE(:mark, body) > 0")
        .bind("record", record)
        .bind("layer", Level.OWNER)
        .bind("mark", Persons.MARK)
        .mapTo(Integer.class)
        .one();
  }
}
