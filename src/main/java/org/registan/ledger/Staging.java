package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Level;
import org.registan.record.Documents;
import org.registan.record.RecordType;
import org.registan.record.Row;

/**
 * What a flip in preparation writes: differences only, at the next generation, with the entries it
 * will publish. Nobody reads any of it before the gate moves.
 */
@ApplicationScoped
class Staging {

  private final Visibility visibility;
  private final OneOffs oneOffs;
  private final Clock clock;

  Staging(Visibility visibility, OneOffs oneOffs, Clock clock) {
    this.visibility = visibility;
    this.oneOffs = oneOffs;
    this.clock = clock;
  }

  /**
   * A batch in preparation.
   *
   * @param sizes how many entries each recipient has so far; dense, without holes
   */
  record Batch(long id, int generation, Judged target, Map<String, Integer> sizes) {

    int next() {
      return generation + 1;
    }

    /** The place of one entry more. */
    int number(String recipient) {
      return sizes.merge(recipient, 1, Integer::sum) - 1;
    }

    Batch copy() {
      return new Batch(id, generation, target, new HashMap<>(sizes));
    }
  }

  long open(Handle handle, Gate gate) {
    var id =
        handle
            .createUpdate("INSERT INTO batch (owner, rtype, generation) VALUES (?, ?, ?)")
            .bind(0, gate.owner())
            .bind(1, gate.type())
            .bind(2, gate.generation() + 1)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    handle.execute(
        "UPDATE gate SET preparing = ? WHERE owner = ? AND rtype = ?",
        id,
        gate.owner(),
        gate.type());
    return id;
  }

  /** Removes what an abandoned preparation left; it would come alive with the next flip. */
  void sweep(Handle handle, Gate gate) {
    if (gate.preparing() == null) {
      return;
    }
    handle.execute("DELETE FROM staged WHERE batch = ?", gate.preparing());
    handle.execute(
        "SET STATEMENT max_statement_time = 0 FOR DELETE v FROM visible v JOIN record r ON r.id = v.record"
            + " WHERE r.owner = ? AND r.rtype = ? AND v.from_gen > ?",
        gate.owner(),
        gate.type(),
        gate.generation());
    handle.execute(
        "SET STATEMENT max_statement_time = 0 FOR UPDATE visible v JOIN record r ON r.id = v.record SET v.to_gen = ?"
            + " WHERE r.owner = ? AND r.rtype = ? AND v.to_gen = ?",
        Visibility.OPEN_ENDED,
        gate.owner(),
        gate.type(),
        gate.generation() + 1);
  }

  /** One entry to be published: the k-th of its recipient. */
  private record Numbered(int k, Entry entry) {}

  /** Judges records under the target and stages what differs, all of it in a few statements. */
  void stage(Handle handle, RecordType type, List<Row> rows, Batch batch) {
    var ids = rows.stream().map(Row::id).toList();
    if (ids.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var stored = visibility.at(handle, ids, batch.generation());
    var granted = oneOffs.of(handle, ids);
    var ended = new TreeMap<String, List<UUID>>();
    var added = new ArrayList<Visibility.Shown>();
    var told = new ArrayList<Numbered>();
    for (var row : rows) {
      var before = stored.getOrDefault(row.id(), Map.of());
      var after =
          batch
              .target()
              .steps(type.subject(row), row.held(), granted.getOrDefault(row.id(), Map.of()), now);
      var all = new TreeSet<>(before.keySet());
      all.addAll(after.keySet());
      for (var recipient : all) {
        var is = after.getOrDefault(recipient, List.of());
        if (!before.getOrDefault(recipient, List.of()).equals(is)) {
          ended.computeIfAbsent(recipient, key -> new ArrayList<>()).add(row.id());
          is.forEach(step -> added.add(new Visibility.Shown(row, recipient, step)));
        }
      }
      var was = Visibility.told(before);
      was.put(row.owner(), Level.OWNER);
      Releases.entries(row, was, Visibility.levels(after, now), Documents.Revisions.NONE_MOVED)
          .forEach(it -> told.add(new Numbered(batch.number(it.recipient()), it)));
    }
    ended.forEach((recipient, records) ->
        visibility.endWith(handle, records, recipient, batch.generation(), batch.next()));
    visibility.insert(handle, added, batch.next());
    insert(handle, batch.id(), told);
  }

  private static void insert(Handle handle, long batch, List<Numbered> told) {
    if (told.isEmpty()) {
      return;
    }
    var insert =
        handle.prepareBatch(
            "INSERT INTO staged (batch, recipient, k, event, rtype, record, n, level)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (var it : told) {
      var entry = it.entry();
      insert.add(
          batch,
          entry.recipient(),
          it.k(),
          entry.kind().name(),
          entry.type(),
          entry.record(),
          entry.n(),
          entry.level());
    }
    insert.execute();
  }

  /** Stages records again that acts changed meanwhile. */
  void restage(Handle handle, RecordType type, List<Row> rows, Batch batch) {
    for (var row : rows) {
      visibility.undo(handle, row.id(), batch.next());
      cancel(handle, row.id(), batch);
    }
    stage(handle, type, rows, batch);
  }

  /** Takes a record's entries back; the last one moves into each hole, so that none stays. */
  private static void cancel(Handle handle, UUID record, Batch batch) {
    for (var recipient : List.copyOf(batch.sizes().keySet())) {
      var staged =
          handle
              .createQuery(
                  "SELECT k FROM staged WHERE recipient = :recipient AND record = :record"
                      + " AND batch = :batch")
              .bind("recipient", recipient)
              .bind("record", record)
              .bind("batch", batch.id())
              .mapTo(Integer.class)
              .findOne();
      if (staged.isPresent()) {
        int last = batch.sizes().merge(recipient, -1, Integer::sum);
        handle.execute(
            "DELETE FROM staged WHERE batch = ? AND recipient = ? AND k = ?",
            batch.id(),
            recipient,
            staged.get());
        handle.execute(
            "UPDATE staged SET k = ? WHERE batch = ? AND recipient = ? AND k = ?",
            staged.get(),
            batch.id(),
            recipient,
            last);
      }
    }
  }
}
