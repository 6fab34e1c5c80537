package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.registan.database.Database;
import org.registan.record.RecordType;
import org.registan.record.Records;
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
  private final Records records;
  private final Visibility visibility;

  Preparation(
      Database database,
      Gates gates,
      Staging staging,
      Benches benches,
      Records records,
      Visibility visibility) {
    this.database = database;
    this.gates = gates;
    this.staging = staging;
    this.benches = benches;
    this.records = records;
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
      var changed = database.act(handle -> records.changedSince(handle, owner, type.name(), seq));
      if (changed.size() < FEW) {
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
    while (true) {
      var after = at;
      var before = batch;
      var page =
          database.act(handle -> {
            var copy = before.copy();
            var rows = records.released(handle, owner, type.name(), after, PAGE);
            staging.stage(handle, type, rows, copy);
            return new Staged(copy, rows);
          });
      batch = page.batch();
      if (page.rows().isEmpty()) {
        return new Prepared(batch, prepared.seq());
      }
      at = page.rows().getLast().id();
    }
  }

  private record Staged(Staging.Batch batch, List<Row> rows) {}

  private Prepared catchUp(String owner, RecordType type, Prepared prepared) {
    return database.act(handle -> {
      var copy = prepared.batch().copy();
      var seq = gates.pass(handle, owner, type.name()).seq();
      var changed = records.changedSince(handle, owner, type.name(), prepared.seq());
      staging.restage(handle, type, changed, copy);
      return new Prepared(copy, seq);
    });
  }

  /** Removes what only the generations before this one had. */
  void clean(String owner, RecordType type, int generation) {
    var at = FIRST;
    while (true) {
      var after = at;
      var ids =
          database.act(handle -> {
            var page = records.releasedIds(handle, owner, type.name(), after, PAGE);
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
