package org.registan.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.audit.Mention;
import org.registan.kernel.Actor;
import org.registan.kernel.Level;
import org.registan.participant.Participants;
import org.registan.record.Act;
import org.registan.record.Documents;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Row;
import org.registan.record.Versions;
import org.registan.web.Fault;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * What an owner does with its records, each act one transaction in the lock order of DESIGN 6:
 * gate, record, then judged, versions, visible and audit written, heads and ledger last.
 */
@ApplicationScoped
public class Acts {

  private static final Documents.Revisions NOTHING_MOVED =
      new Documents.Revisions(Map.of(), Map.of());

  private final Gates gates;
  private final Records records;
  private final Documents documents;
  private final Versions versions;
  private final Releases releases;
  private final Visibility visibility;
  private final Heads heads;
  private final Links links;
  private final Seeing seeing;
  private final OneOffs oneOffs;
  private final Rereleases rereleases;
  private final Audit audit;
  private final Participants participants;
  private final Clock clock;

  Acts(
      Gates gates,
      Records records,
      Documents documents,
      Versions versions,
      Releases releases,
      Visibility visibility,
      Heads heads,
      Links links,
      Seeing seeing,
      OneOffs oneOffs,
      Rereleases rereleases,
      Audit audit,
      Participants participants,
      Clock clock) {
    this.gates = gates;
    this.records = records;
    this.documents = documents;
    this.versions = versions;
    this.releases = releases;
    this.visibility = visibility;
    this.heads = heads;
    this.links = links;
    this.seeing = seeing;
    this.oneOffs = oneOffs;
    this.rereleases = rereleases;
    this.audit = audit;
    this.participants = participants;
    this.clock = clock;
  }

  /** Today, where the participant is. */
  public LocalDate today(Handle handle, String participant) {
    var zone = participants.find(handle, participant).map(it -> it.timeZone()).orElse("UTC");
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
  }

  /** What does not hold together in a content. */
  public List<Fault> faults(Handle handle, Actor actor, RecordType type, JsonNode content) {
    var faults = new ArrayList<>(type.check(content, today(handle, actor.participant())));
    faults.addAll(links.faults(handle, actor.participant(), type, content));
    return faults;
  }

  public Row draft(Handle handle, Actor actor, RecordType type, JsonNode content) {
    check(faults(handle, actor, type, content));
    var gate = gates.pass(handle, actor.participant(), type.name());
    var row =
        records.draft(handle, actor, type.name(), content, today(handle, actor.participant()));
    written(handle, gate, type, row, actor);
    return row;
  }

  public void redraft(Handle handle, Actor actor, RecordType type, Named record, JsonNode content) {
    check(faults(handle, actor, type, content));
    var gate = gates.pass(handle, actor.participant(), type.name());
    written(handle, gate, type, lockedDraft(handle, actor, type, record).redrafted(content), actor);
  }

  public void discard(Handle handle, Actor actor, RecordType type, Named record) {
    gates.pass(handle, actor.participant(), type.name());
    var row = lockedDraft(handle, actor, type, record);
    visibility.drop(handle, row.id());
    audit.write(handle, Event.read(type.name() + ".discard-draft", actor, mention(row)));
    records.delete(handle, row);
  }

  /** Carries an act out: a new immutable version, released as the policy in force has it. */
  public void carryOut(
      Handle handle, Actor actor, RecordType type, Named record, Act act, Request request) {
    var today = today(handle, actor.participant());
    change(
        handle,
        actor,
        type,
        record,
        act.name(),
        request.reason(),
        row -> {
          requirePossible(type, row, act.name());
          if (act.replacesContent()) {
            check(
                faults(handle, actor, type, request.body().path("content")).stream()
                    .map(it -> it.under("/content"))
                    .toList());
          }
          return row.after(act, request.body(), today);
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
          requirePossible(type, row, name);
          return row.holding(held);
        });
  }

  /** Releases exactly what was read of a record to one recipient, until an end. */
  public void grant(
      Handle handle, Actor actor, RecordType type, Named record, OneOffs.Grant grant) {
    gates.pass(handle, actor.participant(), type.name());
    var row = locked(handle, actor, type, record);
    if (row.isDraft()) {
      throw Problem.notPossible(row.status(), possible(type, row));
    }
    oneOffs.add(handle, actor.participant(), type.name(), grant);
    audit.write(handle, Event.read(type.name() + ".one-off", actor, mention(row)));
    rejudge(handle, actor.participant(), type, row.id());
  }

  /** Ends a one-off release now. */
  public OneOffs.Grant endGrant(Handle handle, Actor actor, RecordType type, UUID id) {
    gates.pass(handle, actor.participant(), type.name());
    var grant =
        oneOffs.find(handle, actor.participant(), type.name(), id).orElseThrow(Problem::notFound);
    oneOffs.end(handle, grant, clock.instant());
    var row = records.find(handle, actor.participant(), grant.record()).orElseThrow();
    audit.write(handle, Event.read(type.name() + ".one-off-end", actor, mention(row)));
    rejudge(handle, actor.participant(), type, grant.record());
    return oneOffs.find(handle, actor.participant(), type.name(), id).orElseThrow();
  }

  /** The stop switch: nothing of the actor's state is read by anyone else from now on. */
  public void stop(Handle handle, Actor actor, RecordType type, String reason) {
    gates.stop(handle, gates.pass(handle, actor.participant(), type.name()));
    rereleases.request(handle, actor.participant(), type.name());
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
      heads.append(handle, releases.apply(handle, gate, type, row, NOTHING_MOVED), false);
    }
  }

  /** A record and the entity tag of exactly what was read of it. */
  public record Named(UUID id, String etag) {}

  /** What was asked for, and why. */
  public record Request(JsonNode body, String reason) {}

  /** The acts that the record's state allows. */
  public static List<String> possible(RecordType type, Row row) {
    var acts = type.acts().stream().filter(it -> it.from().contains(row.status())).map(Act::name);
    return row.isDraft()
        ? acts.toList()
        : Stream.concat(acts, Stream.of(row.held() ? Act.LIFT : Act.HOLD)).toList();
  }

  public static void requirePossible(RecordType type, Row row, String act) {
    var possible = possible(type, row);
    if (!possible.contains(act)) {
      throw Problem.notPossible(row.status(), possible);
    }
  }

  private void change(
      Handle handle,
      Actor actor,
      RecordType type,
      Named record,
      String act,
      String reason,
      UnaryOperator<Row> change) {
    var gate = gates.pass(handle, actor.participant(), type.name());
    var row = change.apply(locked(handle, actor, type, record));
    records.save(handle, row, gate.seq());
    var revisions = documents.write(handle, type, row);
    links.write(handle, actor.participant(), type, row);
    versions.add(handle, row, revisions, act, actor, reason);
    var entries = releases.apply(handle, gate, type, row, revisions);
    audit.write(handle, Event.act(type.name() + "." + act, actor, mention(row).getFirst(), reason));
    heads.append(handle, entries, true);
  }

  private void written(Handle handle, Gate gate, RecordType type, Row row, Actor actor) {
    records.save(handle, row, gate.seq());
    documents.write(handle, type, row);
    links.write(handle, actor.participant(), type, row);
    releases.draft(handle, gate, row);
    audit.write(handle, Event.read(type.name() + ".draft", actor, mention(row)));
  }

  private Row lockedDraft(Handle handle, Actor actor, RecordType type, Named record) {
    var row = locked(handle, actor, type, record);
    if (!row.isDraft()) {
      throw Problem.notPossible(row.status(), possible(type, row));
    }
    return row;
  }

  /** The record, if it still is exactly what the actor read. */
  private Row locked(Handle handle, Actor actor, RecordType type, Named record) {
    var owner = actor.participant();
    var row = records.lock(handle, owner, record.id()).orElseThrow(Problem::notFound);
    var seen = seeing.byId(handle, owner, type.name(), record.id(), clock.instant());
    if (!seen.map(Seen::etag).orElse("").equals(record.etag())) {
      throw Problem.of(ProblemType.IF_MATCH_FAILED, null);
    }
    return row;
  }

  private static List<Mention> mention(Row row) {
    return List.of(new Mention(row.type(), row.id(), row.owner(), row.version(), Level.OWNER));
  }

  private static void check(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw Problem.meaningless(faults);
    }
  }
}
