package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Level;
import org.registan.record.Row;

/** The outcome of the judge, per recipient and record, at an owner's generation. */
@ApplicationScoped
class Visibility {

  /** Rows that no generation has ended. */
  static final int OPEN_ENDED = Integer.MAX_VALUE;

  /** A step of a record's visibility. */
  record Shown(Row row, String recipient, Step step) {}

  private record Stored(UUID record, String recipient, Step step) {}

  /** The steps of a record at a generation, by recipient. */
  Map<String, List<Step>> at(Handle handle, UUID record, int generation) {
    return at(handle, List.of(record), generation).getOrDefault(record, Map.of());
  }

  /** The same of several records. */
  Map<UUID, Map<String, List<Step>>> at(Handle handle, List<UUID> records, int generation) {
    return handle
        .createQuery(
            """
            SELECT record, recipient, since, until, level, given FROM visible FORCE INDEX (u_record)
            WHERE record IN (<records>) AND from_gen <= :gen AND to_gen > :gen
            ORDER BY record, recipient, since
            """)
        .bindList("records", records)
        .bind("gen", generation)
        .map((row, ctx) -> {
          var instants = ctx.findColumnMapperFor(Instant.class).orElseThrow();
          return new Stored(
              UUID.fromString(row.getString(1)),
              row.getString(2),
              new Step(
                  instants.map(row, 3, ctx),
                  instants.map(row, 4, ctx),
                  Level.of(row.getInt(5)),
                  row.getBoolean(6)));
        })
        .stream()
        .collect(
            Collectors.groupingBy(
                Stored::record,
                Collectors.groupingBy(
                    Stored::recipient,
                    TreeMap::new,
                    Collectors.mapping(Stored::step, Collectors.toList()))));
  }

  /** Replaces what is current of a record; the rows of a flip in preparation stay apart. */
  void replace(Handle handle, Row row, int generation, Map<String, List<Step>> steps) {
    handle.execute(
        "DELETE FROM visible WHERE record = ? AND from_gen <= ? AND to_gen > ?",
        row.id(),
        generation,
        generation);
    var all = new ArrayList<Shown>();
    steps.forEach((recipient, each) -> each.forEach(it -> all.add(new Shown(row, recipient, it))));
    insert(handle, all, generation);
  }

  /** Shows steps of any records from a generation on. */
  void insert(Handle handle, List<Shown> all, int generation) {
    if (all.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            "INSERT INTO visible (recipient, rtype, sort_date, record, from_gen, since, to_gen,"
                + " until, level, owner, status, given) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (var it : all) {
      batch.add(
          it.recipient(),
          it.row().type(),
          it.row().sortDate(),
          it.row().id(),
          generation,
          it.step().since(),
          OPEN_ENDED,
          it.step().until(),
          it.step().level(),
          it.row().owner(),
          it.row().status(),
          it.step().given());
    }
    batch.execute();
  }

  /** Ends what is current of these records for one recipient with the next generation. */
  void endWith(Handle handle, List<UUID> records, String recipient, int generation, int next) {
    handle
        .createUpdate(
            "UPDATE visible SET to_gen = :next WHERE record IN (<records>)"
                + " AND recipient = :recipient AND from_gen <= :gen AND to_gen > :gen")
        .bind("next", next)
        .bindList("records", records)
        .bind("recipient", recipient)
        .bind("gen", generation)
        .execute();
  }

  /** Takes back what a preparation wrote of a record. */
  void undo(Handle handle, UUID record, int next) {
    handle.execute("DELETE FROM visible WHERE record = ? AND from_gen = ?", record, next);
    handle.execute(
        "UPDATE visible SET to_gen = ? WHERE record = ? AND to_gen = ?", OPEN_ENDED, record, next);
  }

  void drop(Handle handle, UUID record) {
    handle.execute("DELETE FROM visible WHERE record = ?", record);
  }

  /** Rows that no generation shows any more. */
  void clean(Handle handle, List<UUID> records, int generation) {
    handle
        .createUpdate("DELETE FROM visible WHERE record IN (<records>) AND to_gen <= :gen")
        .bindList("records", records)
        .bind("gen", generation)
        .execute();
  }

  /**
   * The level that each recipient was last told: what an end has lowered since, it does not know.
   */
  static Map<String, Level> told(Map<String, List<Step>> steps) {
    return levels(steps, Step.BEGINNING);
  }

  /** The level of each recipient at an instant. */
  static Map<String, Level> levels(Map<String, List<Step>> steps, Instant now) {
    var levels = new TreeMap<String, Level>();
    steps.forEach((recipient, all) ->
        all.stream()
            .filter(it -> it.holdsAt(now))
            .findFirst()
            .ifPresent(it -> levels.put(recipient, it.level())));
    return levels;
  }
}
