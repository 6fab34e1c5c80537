package org.registan.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.record.Documents;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Row;
import org.registan.web.Problem;

/**
 * What an owner does with its drafts, which nobody else sees: each act one transaction in the lock
 * order of DESIGN 6, the gate before the record.
 */
@ApplicationScoped
public class Drafting {

  private final Gates gates;
  private final Records records;
  private final Documents documents;
  private final Releases releases;
  private final Visibility visibility;
  private final Links links;
  private final Contents contents;
  private final OwnRecords own;
  private final Audit audit;

  Drafting(
      Gates gates,
      Records records,
      Documents documents,
      Releases releases,
      Visibility visibility,
      Links links,
      Contents contents,
      OwnRecords own,
      Audit audit) {
    this.gates = gates;
    this.records = records;
    this.documents = documents;
    this.releases = releases;
    this.visibility = visibility;
    this.links = links;
    this.contents = contents;
    this.own = own;
    this.audit = audit;
  }

  public Row draft(Handle handle, Actor actor, RecordType type, JsonNode content) {
    Contents.requireNone(contents.faults(handle, actor, type, content));
    var gate = gates.pass(handle, actor.participant(), type.name());
    var row =
        records.draft(
            handle, actor, type.name(), content, contents.today(handle, actor.participant()));
    written(handle, gate, type, row, actor);
    return row;
  }

  public void redraft(
      Handle handle, Actor actor, RecordType type, Acts.Named record, JsonNode content) {
    Contents.requireNone(contents.faults(handle, actor, type, content));
    var gate = gates.pass(handle, actor.participant(), type.name());
    written(
        handle, gate, type, own.lockDraft(handle, actor, type, record).redrafted(content), actor);
  }

  /**
   * A change of what the platform itself writes into a draft.
   *
   * @param act what the log calls it
   * @param facts what the log says of it
   */
  public record Change(String act, Map<String, String> facts, UnaryOperator<JsonNode> of) {}

  /** Makes it in a draft exactly as it was read. */
  public void change(
      Handle handle, Actor actor, RecordType type, Acts.Named record, Change change) {
    var gate = gates.pass(handle, actor.participant(), type.name());
    changed(handle, gate, actor, type, own.lockDraft(handle, actor, type, record), change);
  }

  /** The same, in a draft as it is by now. */
  public void change(Handle handle, Actor actor, RecordType type, UUID id, Change change) {
    var gate = gates.pass(handle, actor.participant(), type.name());
    changed(handle, gate, actor, type, own.lockDraft(handle, actor, type, id), change);
  }

  private void changed(
      Handle handle, Gate gate, Actor actor, RecordType type, Row row, Change change) {
    var after = row.rewritten(change.of().apply(row.content()));
    write(handle, gate, type, after);
    var mentions = List.of(OwnRecords.mention(after));
    var event = type.name() + "." + change.act();
    audit.write(handle, new Event(event, actor, mentions, change.facts(), Map.of()));
  }

  /** Refuses, before anything is done for it, what is not to be done with a released record. */
  public void requireDraft(Handle handle, Actor actor, RecordType type, UUID id) {
    OwnRecords.requireDraft(
        type, records.find(handle, actor.participant(), id).orElseThrow(Problem::notFound));
  }

  public void discard(Handle handle, Actor actor, RecordType type, Acts.Named record) {
    gates.pass(handle, actor.participant(), type.name());
    var row = own.lockDraft(handle, actor, type, record);
    visibility.drop(handle, row.id());
    audit.write(
        handle,
        Event.read(type.name() + ".discard-draft", actor, List.of(OwnRecords.mention(row))));
    records.delete(handle, row);
  }

  private void written(Handle handle, Gate gate, RecordType type, Row row, Actor actor) {
    write(handle, gate, type, row);
    audit.write(
        handle, Event.read(type.name() + ".draft", actor, List.of(OwnRecords.mention(row))));
  }

  private void write(Handle handle, Gate gate, RecordType type, Row row) {
    records.save(handle, row, gate.seq());
    documents.write(handle, type, row);
    links.write(handle, row.owner(), type, row);
    releases.draft(handle, gate, row);
  }
}
