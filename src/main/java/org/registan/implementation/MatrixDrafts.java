package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import org.registan.record.Records;
import org.registan.record.Row;
import org.registan.web.Fault;
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

  /** As long as the longest body that is taken. */
  private static final int LONGEST = 2_000_000;

  private final MatrixType type;
  private final Templates templates;
  private final MatrixFields fields;
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
      Database database,
      Reads reads,
      Records records,
      Acts acts,
      Drafting drafting,
      Audit audit) {
    this.type = type;
    this.templates = templates;
    this.fields = fields;
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
          drafting.change(handle, actor, type, opened.row().id(), MatrixDrafts::editedOnceMore);
          return result;
        });
  }

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

  /** What is submitted: the header with all fields, in the order of the template. */
  JsonNode whole(Handle handle, Actor actor, Row row) {
    var template = templates.of(row.content().path("template").asText());
    if (!fields.scope(handle, actor, row, template).whole()) {
      throw Problem.of(NOT_YOUR_PART, null);
    }
    ObjectNode content = row.content().deepCopy();
    ArrayNode list = Json.MAPPER.createArrayNode();
    var known = fields.all(handle, actor, row.id());
    template
        .placed()
        .forEach(placed -> {
          var there = known.getOrDefault(placed.row().key(), Map.of());
          placed.section().columns().stream()
              .filter(there::containsKey)
              .map(there::get)
              .forEach(list::add);
        });
    if (!list.isEmpty()) {
      content.set("fields", list);
    }
    if (Json.write(content).length() > LONGEST) {
      throw Problem.meaningless(List.of(Fault.at("", "is too long to be submitted as a whole")));
    }
    return content;
  }
}
