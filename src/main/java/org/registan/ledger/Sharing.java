package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.record.Documents;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.web.Problem;

/**
 * What an owner decides about who reads, beside its policy and without a new version of anything:
 * one-off releases and the stop switch. The lock order is that of {@link Acts}.
 */
@ApplicationScoped
public class Sharing {

  private final Gates gates;
  private final Records records;
  private final OwnRecords own;
  private final OneOffs oneOffs;
  private final Releases releases;
  private final Rereleases rereleases;
  private final Heads heads;
  private final Audit audit;
  private final Clock clock;

  Sharing(
      Gates gates,
      Records records,
      OwnRecords own,
      OneOffs oneOffs,
      Releases releases,
      Rereleases rereleases,
      Heads heads,
      Audit audit,
      Clock clock) {
    this.gates = gates;
    this.records = records;
    this.own = own;
    this.oneOffs = oneOffs;
    this.releases = releases;
    this.rereleases = rereleases;
    this.heads = heads;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps the owner's policy as it is until this transaction ends. */
  public void begin(Handle handle, String owner, RecordType type) {
    gates.pass(handle, owner, type.name());
  }

  /** How often the owner pulled its stop switch so far. */
  public int stops(Handle handle, String owner, RecordType type) {
    return gates.find(handle, owner, type.name()).map(Gate::stops).orElse(0);
  }

  /** Releases exactly what was read of a record to one recipient, until an end. */
  public void grant(
      Handle handle,
      Actor actor,
      RecordType type,
      Acts.Named record,
      OneOffs.Grant grant,
      String reason) {
    gates.pass(handle, actor.participant(), type.name());
    var row = own.lockReleased(handle, actor, type, record);
    oneOffs.add(handle, actor.participant(), type.name(), grant);
    audit.write(
        handle,
        new Event(
            type.name() + ".one-off",
            actor,
            List.of(OwnRecords.mention(row)),
            facts(grant),
            Map.of("reason", reason)));
    rejudge(handle, actor.participant(), type, row.id());
  }

  /** Ends a one-off release now. */
  public OneOffs.Grant endGrant(Handle handle, Actor actor, RecordType type, UUID id) {
    gates.pass(handle, actor.participant(), type.name());
    var grant =
        oneOffs.find(handle, actor.participant(), type.name(), id).orElseThrow(Problem::notFound);
    oneOffs.end(handle, grant, clock.instant());
    var row = records.find(handle, actor.participant(), grant.record()).orElseThrow();
    audit.write(
        handle,
        new Event(
            type.name() + ".one-off-end",
            actor,
            List.of(OwnRecords.mention(row)),
            facts(grant),
            Map.of()));
    rejudge(handle, actor.participant(), type, grant.record());
    return oneOffs.find(handle, actor.participant(), type.name(), id).orElseThrow();
  }

  private static Map<String, String> facts(OneOffs.Grant grant) {
    return Map.of(
        "recipient",
        grant.recipient(),
        "level",
        grant.level().name(),
        "until",
        grant.until().toString());
  }

  /** The stop switch: nothing of the actor's state is read by anyone else from now on. */
  public void stop(Handle handle, Actor actor, RecordType type, String reason) {
    gates.stop(handle, gates.pass(handle, actor.participant(), type.name()));
    rereleases.request(handle, actor.participant(), type.name());
    rereleases.requestOfOthers(handle, actor.participant(), type.name());
    audit.write(
        handle,
        new Event(type.name() + ".stop", actor, List.of(), Map.of(), Map.of("reason", reason)));
  }

  /** Judges a record again, because a one-off began or ended; no version of it is made. */
  public void rejudge(Handle handle, String owner, RecordType type, UUID id) {
    var gate = gates.pass(handle, owner, type.name());
    var row = records.lock(handle, owner, id).orElseThrow(Problem::notFound);
    records.save(handle, row, gate.seq());
    if (!row.isDraft()) {
      heads.append(
          handle, releases.apply(handle, gate, type, row, Documents.Revisions.NONE_MOVED), false);
    }
  }
}
