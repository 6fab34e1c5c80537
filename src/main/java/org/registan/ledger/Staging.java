package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  record Batch(long id, int generation, Bench target, Map<String, Integer> sizes) {

    int next() {
      return generation + 1;
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

  /** Judges one record under the target and stages what differs. */
  void stage(Handle handle, RecordType type, Row row, Batch batch) {
    var now = clock.instant();
    var before = visibility.at(handle, row.id(), batch.generation());
    var after =
        batch
            .target()
            .steps(type.subject(row.content()), row.held(), oneOffs.of(handle, row.id()), now);
    var changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(it -> before.getOrDefault(it, List.of()).equals(after.get(it)));
    var added = new HashMap<>(after);
    added.keySet().retainAll(changed);
    for (var recipient : changed) {
      visibility.endWith(handle, row.id(), recipient, batch.generation(), batch.next());
    }
    visibility.insert(handle, row, batch.next(), added);
    var was = Visibility.told(before);
    was.put(row.owner(), Level.OWNER);
    for (var entry :
        Releases.entries(row, was, Visibility.levels(after, now), Documents.Revisions.NONE_MOVED)) {
      int k = batch.sizes().merge(entry.recipient(), 1, Integer::sum) - 1;
      handle.execute(
          "INSERT INTO staged (batch, recipient, k, event, rtype, record, n, level)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          batch.id(),
          entry.recipient(),
          k,
          entry.kind().name(),
          entry.type(),
          entry.record(),
          entry.n(),
          entry.level());
    }
  }

  /** Stages a record again that an act changed meanwhile. */
  void restage(Handle handle, RecordType type, Row row, Batch batch) {
    visibility.undo(handle, row.id(), batch.next());
    cancel(handle, row.id(), batch);
    stage(handle, type, row, batch);
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
