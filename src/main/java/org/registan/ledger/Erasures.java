package org.registan.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.kernel.Actor;
import org.registan.kernel.Level;
import org.registan.record.Act;
import org.registan.record.DocumentHistory;
import org.registan.record.Documents;
import org.registan.record.Erasable;
import org.registan.record.Erasure;
import org.registan.record.OwnNames;
import org.registan.record.Persons;
import org.registan.record.RecordType;
import org.registan.record.Row;
import org.registan.record.Versions;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * The erasing of natural persons' data, in one transaction from every version of a record and every
 * text about it: the one exception to invariant 6, itself a version and an event (ADR 0022).
 */
@ApplicationScoped
public class Erasures {

  private static final ProblemType NO_PERSONS =
      new ProblemType("no-persons", 409, "It holds no data of natural persons");

  private final Gates gates;
  private final OwnRecords own;
  private final Acts acts;
  private final Contents contents;
  private final Previews previews;
  private final Persons persons;
  private final DocumentHistory documents;
  private final Shown shown;
  private final Versions versions;
  private final OwnNames names;
  private final List<Erasable> keepers;
  private final Audit audit;

  Erasures(
      Gates gates,
      OwnRecords own,
      Acts acts,
      Contents contents,
      Previews previews,
      Persons persons,
      DocumentHistory documents,
      Shown shown,
      Versions versions,
      OwnNames names,
      @All List<Erasable> keepers,
      Audit audit) {
    this.gates = gates;
    this.own = own;
    this.acts = acts;
    this.contents = contents;
    this.previews = previews;
    this.persons = persons;
    this.documents = documents;
    this.shown = shown;
    this.versions = versions;
    this.names = names;
    this.keepers = keepers;
    this.audit = audit;
  }

  /** Keeps an owner's records as they are until this transaction ends, unless someone is busy. */
  public boolean beginUnlessBusy(Handle handle, String owner, RecordType type) {
    return gates.claim(handle, owner, type.name());
  }

  /** Refuses unless some version of the record holds persons' data. */
  public void requirePersons(Handle handle, UUID record) {
    if (!persons.any(handle, record)) {
      throw Problem.of(NO_PERSONS, null);
    }
  }

  /** Erases, as a version that only those are told of whose own layer it changes. */
  public void carryOut(
      Handle handle, Actor actor, RecordType type, Acts.Named record, String reason) {
    var gate = gates.pass(handle, actor.participant(), type.name());
    var row = own.lock(handle, actor, type, record);
    type.requirePossible(row, Act.ERASE);
    requirePersons(handle, row.id());
    var erasure = erasure(handle, type, row);
    names.forget(handle, erasure);
    documents.erase(handle, erasure);
    versions.erase(handle, erasure);
    keepers.forEach(it -> it.erase(handle, erasure));
    audit.forget(handle, row.id());
    persons.forget(handle, row);
    var why = erasure.cleaned(reason);
    acts.release(handle, gate, actor, type, erasure.after(), Act.ERASE, why == null ? "" : why);
  }

  private Erasure erasure(Handle handle, RecordType type, Row row) {
    var core = Documents.document(type, row, Level.CORE);
    return new Erasure(
        type,
        row,
        contents.today(handle, row.owner()),
        persons.traces(handle, type, row),
        shown.of(handle, type, row),
        !type.persons().at(core).isEmpty());
  }

  /** What it would erase, in numbers and places; nothing of what stands there. */
  public ObjectNode effect(Handle handle, String owner, RecordType type, Acts.Named record) {
    var erases = new int[keepers.size()];
    var effect =
        previews.of(
            handle,
            owner,
            type,
            record,
            row -> {
              var erasure = erasure(handle, type, row);
              for (int i = 0; i < erases.length; i++) {
                erases[i] = keepers.get(i).count(handle, erasure);
              }
              return erasure.after();
            });
    if (!effect.has("stale")) {
      effect.path("differences").forEach(it -> ((ObjectNode) it).remove("before"));
      var numbers =
          effect.putObject("erases").put("versions", documents.withPersons(handle, record.id()));
      for (int i = 0; i < erases.length; i++) {
        numbers.put(keepers.get(i).kept(), erases[i]);
      }
    }
    return effect;
  }
}
