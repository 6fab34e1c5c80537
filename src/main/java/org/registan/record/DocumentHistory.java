package org.registan.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Json;
import org.registan.kernel.Level;

/** Every released document of a record: what an erasure finds in them, and takes from them. */
@ApplicationScoped
public class DocumentHistory {

  private final Persons persons;

  DocumentHistory(Persons persons) {
    this.persons = persons;
  }

  /** A document of a record: a layer, and how often it had changed. */
  public record Revision(Level layer, int rev) {}

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

  /** By what the persons are recognised who stand, or are named in a text, in each document. */
  public Map<Revision, Traces> traces(Handle handle, RecordType type, Row row) {
    var ofAll = persons.traces(handle, type, row);
    var all = of(handle, row.id());
    var bodies = persons.putBack(handle, all.stream().map(Kept::body).toList());
    var traces = new HashMap<Revision, Traces>();
    for (int i = 0; i < all.size(); i++) {
      var kept = all.get(i);
      traces.put(
          new Revision(Level.of(kept.layer()), kept.rev()),
          Persons.traces(type, Json.parse(bodies.get(i)), ofAll));
    }
    return traces;
  }

  /** Under which names its owner knew a record, in whichever version. */
  Set<String> ownNames(Handle handle, RecordType type, UUID record) {
    return of(handle, record).stream()
        .filter(it -> it.layer() == Level.OWNER.code())
        .map(it -> Json.parse(it.body()).path(type.ownName()).asText())
        .collect(Collectors.toSet());
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
