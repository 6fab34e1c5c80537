package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Level;
import org.registan.record.Documents;
import org.registan.record.RecordType;
import org.registan.record.Row;

/** Judges a record afresh and writes who sees it; tells what each recipient is to be told. */
@ApplicationScoped
class Releases {

  private final Benches benches;
  private final OneOffs oneOffs;
  private final Visibility visibility;
  private final Clock clock;

  Releases(Benches benches, OneOffs oneOffs, Visibility visibility, Clock clock) {
    this.benches = benches;
    this.oneOffs = oneOffs;
    this.visibility = visibility;
    this.clock = clock;
  }

  /** Makes a draft visible to its owner alone, who is told nothing. */
  void draft(Handle handle, Gate gate, Row row) {
    visibility.replace(
        handle, row, gate.generation(), Map.of(row.owner(), List.of(Step.always(Level.OWNER))));
  }

  /** Releases a record as the policy in force has it now. The gate must have been passed. */
  List<Entry> apply(
      Handle handle, Gate gate, RecordType type, Row row, Documents.Revisions revisions) {
    var now = clock.instant();
    var bench = benches.of(handle, row.owner(), type.name());
    var before = Visibility.told(visibility.at(handle, row.id(), gate.generation()));
    if (row.version() == 1) {
      before.remove(row.owner());
    }
    var steps = bench.steps(type.subject(row), row.held(), oneOffs.of(handle, row.id()), now);
    visibility.replace(handle, row, gate.generation(), steps);
    return entries(row, before, Visibility.levels(steps, now), revisions);
  }

  static List<Entry> entries(
      Row row, Map<String, Level> before, Map<String, Level> after, Documents.Revisions revisions) {
    var all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    var entries = new ArrayList<Entry>();
    for (var recipient : all) {
      var was = before.getOrDefault(recipient, Level.NONE);
      var is = after.getOrDefault(recipient, Level.NONE);
      Entry.kind(was, is, revisions.hasMoved(is))
          .ifPresent(kind ->
              entries.add(new Entry(recipient, kind, row.type(), row.id(), row.version(), is)));
    }
    return entries;
  }
}
