package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Mention;
import org.registan.kernel.Actor;
import org.registan.kernel.Level;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Row;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** An owner's records as an act takes hold of them: locked, and exactly what the actor read. */
@ApplicationScoped
class OwnRecords {

  private final Records records;
  private final Seeing seeing;
  private final Clock clock;

  OwnRecords(Records records, Seeing seeing, Clock clock) {
    this.records = records;
    this.seeing = seeing;
    this.clock = clock;
  }

  Row lock(Handle handle, Actor actor, RecordType type, Acts.Named record) {
    var owner = actor.participant();
    var row = records.lock(handle, owner, record.id()).orElseThrow(Problem::notFound);
    if (!tag(handle, owner, type, record.id()).equals(record.etag())) {
      throw Problem.of(ProblemType.IF_MATCH_FAILED, null);
    }
    return row;
  }

  /** The entity tag of a record as its owner sees it now. */
  String tag(Handle handle, String owner, RecordType type, UUID id) {
    return seeing.byId(handle, owner, type.name(), id, clock.instant()).map(Seen::etag).orElse("");
  }

  Row lockDraft(Handle handle, Actor actor, RecordType type, Acts.Named record) {
    return requireDraft(type, lock(handle, actor, type, record));
  }

  /** The draft as it is by now, whatever the actor read. */
  Row lockDraft(Handle handle, Actor actor, RecordType type, UUID id) {
    var row = records.lock(handle, actor.participant(), id).orElseThrow(Problem::notFound);
    return requireDraft(type, row);
  }

  static Row requireDraft(RecordType type, Row row) {
    if (!row.isDraft()) {
      throw Problem.notPossible(row.status(), type.possible(row));
    }
    return row;
  }

  Row lockReleased(Handle handle, Actor actor, RecordType type, Acts.Named record) {
    var row = lock(handle, actor, type, record);
    if (row.isDraft()) {
      throw Problem.notPossible(row.status(), type.possible(row));
    }
    return row;
  }

  /** How the audit trail names a record that its owner acts on. */
  static Mention mention(Row row) {
    return new Mention(row.type(), row.id(), row.owner(), row.version(), Level.OWNER);
  }
}
