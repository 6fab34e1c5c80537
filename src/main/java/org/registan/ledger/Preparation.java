package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.database.Database;
import org.registan.database.Portion;
import org.registan.record.RecordType;
import org.registan.record.Released;
import org.registan.record.Row;

/**
 * What a flip does outside locks, page by page: before it, the next generation is staged and caught
 * up with the acts meanwhile; after it, what only the last generation had is removed.
 */
@ApplicationScoped
class Preparation {

  private static final UUID FIRST = new UUID(0, 0);
  private static final int PAGE = 500;
  private static final int FEW = 20;
  private static final int ROUNDS = 5;

  private final Database database;
  private final Gates gates;
  private final Staging staging;
  private final Benches benches;
  private final Released released;
  private final Visibility visibility;

  Preparation(
      Database database,
      Gates gates,
      Staging staging,
      Benches benches,
      Released released,
      Visibility visibility) {
    this.database = database;
    this.gates = gates;
    this.staging = staging;
    this.benches = benches;
    this.released = released;
    this.visibility = visibility;
  }

  /**
   * A generation that needs only the gate to be moved.
   *
   * @param seq the gate's when we last caught up; what changed since must be judged again
   */
  record Prepared(Staging.Batch batch, long seq) {}

  Prepared prepare(String owner, RecordType type, Flip.Target target) {
    var prepared = stageAll(owner, type, begin(owner, type, target));
    for (int round = 0; round < ROUNDS; round++) {
      var seq = prepared.seq();
      var changed =
          database.act(handle -> released.countChangedSince(handle, owner, type.name(), seq));
      if (changed < FEW) {
        break;
      }
      prepared = catchUp(owner, type, prepared);
    }
    return prepared;
  }

  /** Marks the gate before anything is read, so that who changes what we read asks us again. */
  private Prepared begin(String owner, RecordType type, Flip.Target target) {
    var marked =
        database.act(handle -> {
          var gate = gates.pass(handle, owner, type.name());
          staging.sweep(handle, gate);
          return new Marked(gate, staging.open(handle, gate));
        });
    var bench =
        database.act(handle -> target.bench(handle, benches.of(handle, owner, type.name())));
    return new Prepared(
        new Staging.Batch(
            marked.id(), marked.gate().generation(), new Judged(bench), new HashMap<>()),
        marked.gate().seq());
  }

  private record Marked(Gate gate, long id) {}

  private Prepared stageAll(String owner, RecordType type, Prepared prepared) {
    var at = FIRST;
    var batch = prepared.batch();
    var limit = Released.FEW;
    while (true) {
      var after = at;
      var before = batch;
      var some = limit;
      var page =
          database.act(handle -> {
            var copy = before.copy();
            var rows = released.after(handle, owner, type.name(), after, some);
            staging.stage(handle, type, rows.items(), copy);
            return new Staged(copy, rows);
          });
      batch = page.batch();
      if (!page.rows().more()) {
        return new Prepared(batch, prepared.seq());
      }
      at = page.rows().items().getLast().id();
      limit = Released.next(page.rows());
    }
  }

  private record Staged(Staging.Batch batch, Portion<Row> rows) {}

  private Prepared catchUp(String owner, RecordType type, Prepared prepared) {
    return database.act(handle -> {
      var copy = prepared.batch().copy();
      var seq = gates.pass(handle, owner, type.name()).seq();
      restage(handle, type, owner, prepared.seq(), copy);
      return new Prepared(copy, seq);
    });
  }

  /** Stages again what acts changed after {@code seq}. */
  void restage(Handle handle, RecordType type, String owner, long seq, Staging.Batch batch) {
    released.eachChangedSince(
        handle, owner, type.name(), seq, it -> staging.restage(handle, type, it, batch));
  }

  /** Removes what only the generations before this one had. */
  void clean(String owner, RecordType type, int generation) {
    var at = FIRST;
    while (true) {
      var after = at;
      var ids =
          database.act(handle -> {
            var page = released.idsAfter(handle, owner, type.name(), after, PAGE);
            if (!page.isEmpty()) {
              visibility.clean(handle, page, generation);
            }
            return page;
          });
      if (ids.isEmpty()) {
        return;
      }
      at = ids.getLast();
    }
  }
}
