package org.registan.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.registan.intake.Entries.Entry;
import org.registan.kernel.Json;
import org.registan.ledger.Acts;
import org.registan.ledger.Drafting;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Terms;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** What becomes of the drafts that an import made: notified, thrown away, or left as they are. */
@ApplicationScoped
class Drafts {

  private final Imports imports;
  private final Entries entries;
  private final Records records;
  private final Terms terms;
  private final Drafting drafting;
  private final Acts acts;

  Drafts(
      Imports imports,
      Entries entries,
      Records records,
      Terms terms,
      Drafting drafting,
      Acts acts) {
    this.imports = imports;
    this.entries = entries;
    this.records = records;
    this.terms = terms;
    this.drafting = drafting;
    this.acts = acts;
  }

  /**
   * Carries one act out as its approver; a draft that is no longer the one approved is left, and so
   * are all while the owner's term is not the one approved, where that is known.
   */
  void notifyOne(Handle handle, Import batch, RecordType type) {
    var next = entries.next(handle, batch.id(), Import.Outcome.DRAFTED, 1);
    if (next.isEmpty()) {
      imports.move(handle, batch.id(), Import.State.NOTIFYING, Import.State.NOTIFIED);
    }
    next.forEach(it -> notifyOne(handle, batch, type, it));
  }

  private void notifyOne(Handle handle, Import batch, RecordType type, Entry entry) {
    handle.savepoint("entry");
    var outcome = Import.Outcome.NOTIFIED;
    try {
      var release = batch.released();
      acts.begin(handle, batch.owner(), type);
      var term = release.term();
      if (term != null && !terms.of(handle, batch.owner(), type.name()).lasts(term)) {
        throw Problem.of(ProblemType.IF_MATCH_FAILED, null);
      }
      var why = release.reason();
      var request = new Acts.Request(Json.object().put("reason", why), why);
      var act = type.acts().getFirst();
      acts.carryOut(handle, release.approver(), type, entry.draft(), act, request);
    } catch (Problem e) {
      handle.rollbackToSavepoint("entry");
      outcome = Import.Outcome.LEFT;
    }
    entries.outcome(handle, batch.id(), entry, outcome);
  }

  /** Throws some of them away; the rest when called again. */
  void discardSome(Handle handle, Import batch, RecordType type) {
    var drafted = entries.next(handle, batch.id(), Import.Outcome.DRAFTED, Steps.SOME);
    for (var it : drafted) {
      var gone = discard(handle, batch, type, it.draft());
      entries.outcome(
          handle, batch.id(), it, gone ? Import.Outcome.DISCARDED : Import.Outcome.LEFT);
    }
    if (drafted.isEmpty()) {
      imports.move(handle, batch.id(), Import.State.DISCARDING, Import.State.DISCARDED);
    }
  }

  /** Throws a draft away; what somebody changed since, or notified by itself, is left. */
  private boolean discard(Handle handle, Import batch, RecordType type, Acts.Named draft) {
    acts.begin(handle, batch.owner(), type);
    var row = records.find(handle, batch.owner(), draft.id());
    if (row.isEmpty()) {
      return true;
    }
    var tag = acts.tag(handle, batch.owner(), type, draft.id());
    var untouched = row.get().isDraft() && tag.equals(draft.etag());
    if (untouched) {
      drafting.discard(handle, batch.from(), type, draft);
    }
    return untouched;
  }
}
