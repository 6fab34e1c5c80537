package org.registan.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.registan.access.Subject;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.ledger.Acts;
import org.registan.record.Line;

/** The records in a file: their rows until they are read, and what became of each. */
@ApplicationScoped
class Entries {

  private static final String SELECT =
      "SELECT n, entry, outcome, record, tag, faults FROM import_entry ";

  private static final RowMapper<Entry> ENTRY =
      (row, ctx) ->
          new Entry(
              row.getInt(1),
              row.getString(2),
              Import.Outcome.valueOf(row.getString(3)),
              row.getString(4) == null ? null : UUID.fromString(row.getString(4)),
              row.getString(5),
              row.getString(6) == null ? null : Json.parse(row.getString(6)));

  /**
   * One record of a file.
   *
   * @param row the first of its rows
   * @param tag entity tag of exactly the draft that was made
   */
  record Entry(
      int row,
      String name,
      Import.Outcome outcome,
      @Nullable UUID record,
      @Nullable String tag,
      @Nullable JsonNode faults) {

    /** Exactly the draft that was made of it. */
    Acts.Named draft() {
      if (record == null || tag == null) {
        throw new IllegalStateException("no draft was made");
      }
      return new Acts.Named(record, tag);
    }
  }

  /** A row, and what it has in common with others of its record. */
  record Staged(Line line, String common) {

    String entry() {
      return Digest.of(common.isEmpty() ? "row " + line.row() : "rows of " + common);
    }
  }

  void stage(Handle handle, UUID batch, List<Staged> rows) {
    var insert =
        handle.prepareBatch("INSERT INTO import_row (batch, n, entry, cells) VALUES (?, ?, ?, ?)");
    rows.forEach(
        it -> insert.add(batch, it.line().row(), it.entry(), Json.write(it.line().cells())));
    insert.execute();
  }

  /** Tells the records in a file apart, once all of its rows are there. */
  void tellApart(Handle handle, UUID batch) {
    handle
        .createUpdate(
            "INSERT INTO import_entry (batch, n, entry, outcome)"
                + " SELECT batch, MIN(n), entry, 'WAITING' FROM import_row WHERE batch = :batch"
                + " GROUP BY batch, entry")
        .bind("batch", batch)
        .execute();
  }

  List<Entry> next(Handle handle, UUID batch, Import.Outcome outcome, int limit) {
    return page(handle, batch, Optional.of(outcome), 0, limit);
  }

  List<Entry> page(
      Handle handle, UUID batch, Optional<Import.Outcome> outcome, int after, int limit) {
    var query =
        handle
            .createQuery(
                SELECT
                    + "WHERE batch = :batch AND n > :after"
                    + (outcome.isPresent() ? " AND outcome = :outcome" : "")
                    + " ORDER BY n LIMIT :limit")
            .bind("batch", batch)
            .bind("after", after)
            .bind("limit", limit);
    outcome.ifPresent(it -> query.bind("outcome", it.name()));
    return query.map(ENTRY).list();
  }

  /** The rows of one record, of which a file must not have endlessly many. */
  List<Line> rows(Handle handle, UUID batch, Entry entry, int most) {
    return handle
        .createQuery(
            "SELECT n, cells FROM import_row WHERE batch = :batch AND entry = :entry"
                + " ORDER BY n LIMIT :most")
        .bind("batch", batch)
        .bind("entry", entry.name())
        .bind("most", most)
        .map((row, ctx) -> new Line(row.getInt(1), cells(row.getString(2))))
        .list();
  }

  /** All that a file, and what goes without saying in it, say of a record without a name. */
  static String key(Import batch, List<Line> lines) {
    var said = Json.object().set("defaults", batch.defaults());
    return Digest.of(
        "rows\n" + Json.write(lines.stream().map(Line::cells).toList()) + Json.canonical(said));
  }

  /** How many bytes the rows of one record are. */
  long size(Handle handle, UUID batch, Entry entry) {
    return handle
        .createQuery(
            "SELECT COALESCE(SUM(LENGTH(cells)), 0) FROM import_row"
                + " WHERE batch = :batch AND entry = :entry")
        .bind("batch", batch)
        .bind("entry", entry.name())
        .mapTo(long.class)
        .one();
  }

  private static Map<String, String> cells(String json) {
    return Json.MAPPER.convertValue(Json.parse(json), new TypeReference<>() {});
  }

  /** Says what became of a record, and forgets its rows. */
  void settle(Handle handle, UUID batch, Entry entry, Settled settled) {
    handle.execute(
        "UPDATE import_entry SET outcome = ?, record = ?, tag = ?, attributes = ?, faults = ?"
            + " WHERE batch = ? AND n = ?",
        settled.outcome().name(),
        settled.record(),
        settled.tag(),
        settled.attributes(),
        settled.faults(),
        batch,
        entry.row());
    handle.execute("DELETE FROM import_row WHERE batch = ? AND entry = ?", batch, entry.name());
  }

  /** What became of a record. */
  record Settled(
      Import.Outcome outcome,
      @Nullable UUID record,
      @Nullable String tag,
      @Nullable String attributes,
      @Nullable String faults) {

    static Settled refused(List<Misfit> faults) {
      return new Settled(Import.Outcome.REFUSED, null, null, null, Json.write(faults));
    }

    static Settled refused(Entry entry, String detail) {
      return refused(List.of(new Misfit(entry.row(), null, null, null, detail)));
    }

    static Settled known(UUID record) {
      return new Settled(Import.Outcome.KNOWN, record, null, null, null);
    }

    static Settled drafted(UUID record, String tag, Subject subject) {
      var attributes = Json.canonical(Json.tree(subject));
      return new Settled(Import.Outcome.DRAFTED, record, tag, attributes, null);
    }
  }

  void outcome(Handle handle, UUID batch, Entry entry, Import.Outcome outcome) {
    handle.execute(
        "UPDATE import_entry SET outcome = ? WHERE batch = ? AND n = ?",
        outcome.name(),
        batch,
        entry.row());
  }

  /** How many drafts there are with the same attributes. */
  Map<Subject, Integer> attributes(Handle handle, UUID batch) {
    var all = new HashMap<Subject, Integer>();
    handle
        .createQuery(
            "SELECT attributes, COUNT(*) FROM import_entry WHERE batch = :batch"
                + " AND outcome = 'DRAFTED' GROUP BY attributes")
        .bind("batch", batch)
        .map((row, ctx) -> Map.entry(Json.parse(row.getString(1), Subject.class), row.getInt(2)))
        .forEach(it -> all.merge(it.getKey(), it.getValue(), Integer::sum));
    return all;
  }
}
