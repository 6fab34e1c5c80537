package org.registan.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.record.Act;
import org.registan.record.Deadline;
import org.registan.record.Deadlines;
import org.registan.record.Documents;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Retentions;
import org.registan.record.Row;
import org.registan.record.Versions;

/**
 * What an owner does with its released records, and by what it releases them, each act one
 * transaction in the lock order of DESIGN 6: gate, record, then judged, versions, visible and audit
 * written, heads and ledger last.
 */
@ApplicationScoped
public class Acts {

  private final Gates gates;
  private final Records records;
  private final Documents documents;
  private final Versions versions;
  private final Releases releases;
  private final Heads heads;
  private final Links links;
  private final Deadlines deadlines;
  private final Retentions retentions;
  private final Contents contents;
  private final OwnRecords own;
  private final Audit audit;

  Acts(
      Gates gates,
      Records records,
      Documents documents,
      Versions versions,
      Releases releases,
      Heads heads,
      Links links,
      Deadlines deadlines,
      Retentions retentions,
      Contents contents,
      OwnRecords own,
      Audit audit) {
    this.gates = gates;
    this.records = records;
    this.documents = documents;
    this.versions = versions;
    this.releases = releases;
    this.heads = heads;
    this.links = links;
    this.deadlines = deadlines;
    this.retentions = retentions;
    this.contents = contents;
    this.own = own;
    this.audit = audit;
  }

  /** Keeps the owner's policy as it is until this transaction ends. */
  public void begin(Handle handle, String owner, RecordType type) {
    gates.pass(handle, owner, type.name());
  }

  /** Carries an act out: a new immutable version, released as the policy in force has it. */
  public void carryOut(
      Handle handle, Actor actor, RecordType type, Named record, Act act, Request request) {
    var moment = contents.moment(handle, actor.participant(), type);
    change(
        handle,
        actor,
        type,
        record,
        act.name(),
        request.reason(),
        row -> {
          type.requirePossible(row, act.name());
          var whole = type.completed(handle, act, row);
          Contents.requireNone(contents.faults(handle, actor, type, whole, act, request.body()));
          return whole.after(act, request.body(), moment);
        });
  }

  /** Takes a record back from every recipient, or ends that. */
  public void hold(
      Handle handle, Actor actor, RecordType type, Named record, boolean held, String reason) {
    var name = held ? Act.HOLD : Act.LIFT;
    change(
        handle,
        actor,
        type,
        record,
        name,
        reason,
        row -> {
          type.requirePossible(row, name);
          return row.holding(held);
        });
  }

  /** The entity tag of an owner's record as it is now. */
  public String tag(Handle handle, String owner, RecordType type, UUID id) {
    return own.tag(handle, owner, type, id);
  }

  /** A record and the entity tag of exactly what was read of it. */
  public record Named(UUID id, String etag) {}

  /** What was asked for, and why. */
  public record Request(JsonNode body, String reason) {}

  private void change(
      Handle handle,
      Actor actor,
      RecordType type,
      Named record,
      String act,
      String reason,
      UnaryOperator<Row> change) {
    var gate = gates.pass(handle, actor.participant(), type.name());
    release(
        handle,
        gate,
        actor,
        type,
        change.apply(own.lock(handle, actor, type, record)),
        act,
        reason);
  }

  /** Does what has fallen due, as the platform for its owner; nothing when it no longer stands. */
  void fallDue(Handle handle, RecordType type, Deadlines.Owner owner, Deadlines.Due due) {
    var gate = gates.pass(handle, owner.code(), type.name());
    if (!deadlines.take(handle, due)) {
      return;
    }
    var row = records.lock(handle, owner.code(), due.record()).orElseThrow();
    var platform = Actor.platform(owner.code(), row.agency());
    for (var deadline : type.deadlines(row)) {
      if (deadline.name().equals(due.name()) && deadline.day().equals(due.day())) {
        fallDue(handle, gate, platform, type, row, deadline);
      }
    }
  }

  private void fallDue(
      Handle handle, Gate gate, Actor platform, RecordType type, Row row, Deadline deadline) {
    var act = deadline.act();
    if (act == null) {
      var event = type.name() + "." + deadline.name();
      audit.write(handle, Event.read(event, platform, List.of(OwnRecords.mention(row))));
    } else {
      var after = row.after(act, Json.object(), contents.moment(handle, row.owner(), type));
      var reason = "Due from " + deadline.day();
      release(handle, gate, platform, type, after, act.name(), reason);
    }
  }

  void release(
      Handle handle, Gate gate, Actor actor, RecordType type, Row row, String act, String reason) {
    records.save(handle, row, gate.seq());
    var revisions = documents.write(handle, type, row);
    links.write(handle, actor.participant(), type, row);
    deadlines.write(handle, type, row);
    retentions.write(handle, type, row);
    versions.add(handle, row, revisions, act, actor, reason);
    var entries = releases.apply(handle, gate, type, row, revisions);
    audit.write(handle, Event.act(type.name() + "." + act, actor, OwnRecords.mention(row), reason));
    heads.append(handle, entries, true);
  }
}
