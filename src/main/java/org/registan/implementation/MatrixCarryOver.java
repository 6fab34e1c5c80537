package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Reads;
import org.registan.record.Records;
import org.registan.record.Row;
import org.registan.web.Call;
import org.registan.web.Problem;

/**
 * Fills the blank rows of a draft with what an earlier matrix of its state says, and names each row
 * that a person must look at.
 */
@ApplicationScoped
class MatrixCarryOver {

  private final MatrixDrafts drafts;
  private final MatrixFields fields;
  private final MatrixType type;
  private final Templates templates;
  private final Reads reads;
  private final Records records;

  MatrixCarryOver(
      MatrixDrafts drafts,
      MatrixFields fields,
      MatrixType type,
      Templates templates,
      Reads reads,
      Records records) {
    this.drafts = drafts;
    this.fields = fields;
    this.type = type;
    this.templates = templates;
    this.reads = reads;
    this.records = records;
  }

  /** Carries over; what became of each row. */
  ObjectNode carryOver(Actor actor, String id, String from, Call call) {
    return drafts.changeFields(
        actor,
        id,
        "1540-matrix.carry-over",
        "all",
        (handle, opened) -> {
          opened.requireWhole();
          var earlier = own(handle, actor, from);
          call.requireMatch(reads.own(handle, actor, type, id).etag());
          if (!opened.row().isDraft()) {
            throw Problem.notPossible(opened.row().status(), type.possible(opened.row()));
          }
          return carryOver(handle, actor, opened, earlier);
        });
  }

  private Row own(Handle handle, Actor actor, String name) {
    var seen = reads.own(handle, actor, type, name);
    return records.find(handle, actor.participant(), seen.id()).orElseThrow(Problem::notFound);
  }

  private ObjectNode carryOver(
      Handle handle, Actor actor, MatrixDrafts.Opened opened, Row earlier) {
    var older = templates.of(earlier.content().path("template").asText());
    var known = fields.all(handle, actor, opened.row().id()).keySet();
    var carried = new ArrayList<JsonNode>();
    var report = Json.object();
    var taken = report.putArray("carried");
    var open = report.putArray("lookAt");
    byRow(drafts.whole(handle, actor, earlier))
        .forEach((row, said) -> {
          var proposed = TemplateMapping.of(older, opened.template(), row);
          var blank = proposed.to().filter(it -> !known.contains(it.row().key()));
          var fitting = blank.map(it -> fitting(it, said)).orElse(List.of());
          carried.addAll(fitting);
          if (!fitting.isEmpty()) {
            told(taken.addObject(), row, proposed);
          }
          if (fitting.size() < said.size() || proposed.basis() != TemplateMapping.Basis.SAME) {
            told(open.addObject(), row, proposed).put("why", why(proposed, blank.isPresent()));
          }
        });
    fields.add(handle, opened.row(), opened.template(), carried);
    return report;
  }

  private static ObjectNode told(ObjectNode entry, String row, TemplateMapping.Proposed proposed) {
    entry.put("from", row);
    proposed.to().ifPresent(it -> entry.put("to", it.row().key()));
    return entry;
  }

  private static String why(TemplateMapping.Proposed proposed, boolean blank) {
    if (proposed.to().isPresent() && !blank) {
      return "FILLED";
    }
    return proposed.basis() == TemplateMapping.Basis.SAME ? "COLUMNS" : proposed.basis().name();
  }

  private static Map<String, List<JsonNode>> byRow(JsonNode content) {
    var rows = new TreeMap<String, List<JsonNode>>();
    content
        .path("fields")
        .forEach(
            it -> rows.computeIfAbsent(it.path("row").asText(), row -> new ArrayList<>()).add(it));
    return rows;
  }

  /** What the row that it goes to has columns for. */
  private static List<JsonNode> fitting(Template.Placed to, List<JsonNode> said) {
    return said.stream()
        .filter(it -> to.section().columns().contains(it.path("column").asText()))
        .map(it -> (JsonNode) ((ObjectNode) it.deepCopy()).put("row", to.row().key()))
        .toList();
  }
}
