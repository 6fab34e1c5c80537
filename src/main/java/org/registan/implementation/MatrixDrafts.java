package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.audit.Mention;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Acts;
import org.registan.ledger.Drafting;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.record.Records;
import org.registan.record.Row;
import org.registan.record.Status;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * A matrix of the actor's own state, opened to read or change what an agency has in it. Another
 * state's answers as every record does.
 */
@ApplicationScoped
class MatrixDrafts {

  private static final ProblemType NOT_YOUR_PART =
      new ProblemType(
          "not-your-part", 403, "The agency of the matrix or the national authority does this");

  private final MatrixType type;
  private final Templates templates;
  private final MatrixFields fields;
  private final MatrixWhole whole;
  private final Database database;
  private final Reads reads;
  private final Records records;
  private final Acts acts;
  private final Drafting drafting;
  private final Audit audit;

  MatrixDrafts(
      MatrixType type,
      Templates templates,
      MatrixFields fields,
      MatrixWhole whole,
      Database database,
      Reads reads,
      Records records,
      Acts acts,
      Drafting drafting,
      Audit audit) {
    this.type = type;
    this.templates = templates;
    this.fields = fields;
    this.whole = whole;
    this.database = database;
    this.reads = reads;
    this.records = records;
    this.acts = acts;
    this.drafting = drafting;
    this.audit = audit;
  }

  /** A matrix with what the actor sees of its inside. */
  record Opened(Row row, Template template, MatrixScope scope, Mention mention) {

    /** Refuses whoever sees a part alone. */
    void requireWhole() {
      if (!scope.whole()) {
        throw Problem.of(NOT_YOUR_PART, null);
      }
    }
  }

  /** Reads something of it, which the state's own log says. */
  <T> T read(Actor actor, String id, BiFunction<Handle, Opened, T> work) {
    return database.act(handle -> {
      var seen = reads.own(handle, actor, type, id);
      var row = records.find(handle, actor.participant(), seen.id()).orElseThrow(Problem::notFound);
      var opened = open(handle, actor, row, seen.mention());
      var result = work.apply(handle, opened);
      audit.write(handle, Event.read("1540-matrix.fields", actor, List.of(opened.mention())));
      return result;
    });
  }

  /** Refuses who sees a part of it alone. */
  void requireWhole(Actor actor, String id) {
    database.run(handle -> {
      var seen = reads.own(handle, actor, type, id);
      var row = records.find(handle, actor.participant(), seen.id()).orElseThrow(Problem::notFound);
      open(handle, actor, row, seen.mention()).requireWhole();
    });
  }

  /**
   * Changes fields. The record itself tells that they changed, so that no proposal to submit others
   * stands.
   */
  <T> T changeFields(
      Actor actor, String id, String event, String part, BiFunction<Handle, Opened, T> work) {
    return change(
        actor,
        id,
        event,
        part,
        (handle, opened) -> {
          var result = work.apply(handle, opened);
          drafting.change(handle, actor, type, opened.row().id(), EDIT);
          return result;
        });
  }

  private static final Drafting.Change EDIT =
      new Drafting.Change("draft", Map.of(), MatrixDrafts::editedOnceMore);

  private static JsonNode editedOnceMore(JsonNode content) {
    ObjectNode edited = content.deepCopy();
    return edited.put("edits", content.path("edits").asInt() + 1);
  }

  /** Changes something in it, as it stays until that is done. */
  <T> T change(
      Actor actor, String id, String event, String part, BiFunction<Handle, Opened, T> work) {
    return database.act(handle -> {
      var seen = reads.own(handle, actor, type, id);
      acts.begin(handle, actor.participant(), type); // before the record, as all acts do
      var row = records.lock(handle, actor.participant(), seen.id()).orElseThrow(Problem::notFound);
      var opened = open(handle, actor, row, seen.mention());
      var result = work.apply(handle, opened);
      audit.write(
          handle,
          new Event(event, actor, List.of(opened.mention()), Map.of("part", part), Map.of()));
      return result;
    });
  }

  private Opened open(Handle handle, Actor actor, Row row, Mention mention) {
    var template = templates.of(row.content().path("template").asText());
    return new Opened(row, template, fields.scope(handle, actor, row, template), mention);
  }

  /** A matrix as the actor sees it; a draft with the fields of the sections that it sees. */
  JsonNode filled(Handle handle, Actor actor, Seen seen) {
    var view = Json.parse(seen.json());
    if (seen.status().equals(Status.DRAFT)) {
      var list = ((ObjectNode) view).putArray("fields");
      fields.all(handle, actor, seen.id()).values().forEach(row -> row.values().forEach(list::add));
    }
    return view;
  }

  /** All of a matrix of the actor's own state, for who sees all of it. */
  JsonNode whole(Handle handle, Actor actor, Row row) {
    var template = templates.of(row.content().path("template").asText());
    if (!fields.scope(handle, actor, row, template).whole()) {
      throw Problem.of(NOT_YOUR_PART, null);
    }
    return whole.content(handle, row);
  }
}
