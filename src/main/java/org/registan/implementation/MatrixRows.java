package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registan.kernel.Actor;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** The rows of a draft matrix, as the agency that they are assigned to reads and fills them. */
@ApplicationScoped
class MatrixRows {

  private final MatrixDrafts drafts;
  private final MatrixFields fields;
  private final MatrixType type;

  MatrixRows(MatrixDrafts drafts, MatrixFields fields, MatrixType type) {
    this.drafts = drafts;
    this.fields = fields;
    this.type = type;
  }

  /** A row as it stands, with the entity tag of exactly that. */
  record Shown(String json, String tag) {}

  /** The rows that the actor sees, of one section or of all. */
  List<ObjectNode> list(Actor actor, String id, Optional<String> section) {
    return drafts.read(
        actor,
        id,
        (handle, opened) -> {
          section.ifPresent(opened.scope()::require);
          var known = fields.all(handle, actor, opened.row().id());
          var seen = opened.scope().sections().stream().map(MatrixSection::key).toList();
          return opened
              .template()
              .placed()
              .filter(it -> seen.contains(it.section().key()))
              .filter(it -> section.map(it.section().key()::equals).orElse(true))
              .map(it -> tagged(it, known.getOrDefault(it.row().key(), Map.of())))
              .toList();
        });
  }

  Shown one(Actor actor, String id, String row) {
    return drafts.read(
        actor,
        id,
        (handle, opened) -> {
          var placed = opened.scope().requireRow(opened.template(), row);
          return shown(placed, fields.ofRow(handle, actor, opened.row().id(), row));
        });
  }

  /** Replaces what stands in a row. */
  Shown put(Actor actor, String id, String row, Call call, JsonNode body) {
    return drafts.changeFields(
        actor,
        id,
        "1540-matrix.fill",
        row,
        (handle, opened) -> {
          var placed = opened.scope().requireRow(opened.template(), row);
          call.requireMatch(
              shown(placed, fields.ofRow(handle, actor, opened.row().id(), row)).tag());
          requireOpen(opened, placed);
          var faults = faults(opened.template(), placed, body.path("fields"));
          if (!faults.isEmpty()) {
            throw Problem.meaningless(faults);
          }
          fields.put(handle, opened.row(), opened.template(), row, said(row, body.path("fields")));
          return shown(placed, fields.ofRow(handle, actor, opened.row().id(), row));
        });
  }

  /** An agency changes nothing in what it handed in; who puts the matrix together still may. */
  private void requireOpen(MatrixDrafts.Opened opened, Template.Placed placed) {
    if (!opened.row().isDraft()) {
      throw Problem.notPossible(opened.row().status(), type.possible(opened.row()));
    }
    var section = opened.scope().require(placed.section().key());
    if (!opened.scope().whole() && section.state() == MatrixSection.State.HANDED_IN) {
      throw Problem.notPossible(section.state().name(), List.of());
    }
  }

  private static List<Fault> faults(Template template, Template.Placed placed, JsonNode body) {
    var faults = new ArrayList<Fault>();
    var columns = new HashSet<String>();
    for (int i = 0; i < body.size(); i++) {
      var at = "/fields/" + i;
      var field = Json.object().put("row", placed.row().key());
      field.setAll((ObjectNode) body.path(i));
      var read = Json.to(field, MatrixContent.Field.class);
      faults.addAll(MatrixCheck.faults(template, placed.section(), read, at));
      if (!columns.add(read.column())) {
        faults.add(Fault.at(at + "/column", "is there twice"));
      }
    }
    return faults;
  }

  /** Those with something in them. */
  private static List<JsonNode> said(String row, JsonNode body) {
    return body.valueStream()
        .filter(it -> it.size() > 1)
        .map(it -> (JsonNode) ((ObjectNode) it.deepCopy()).put("row", row))
        .toList();
  }

  private static ObjectNode tagged(Template.Placed placed, Map<String, ObjectNode> known) {
    var view = view(placed, known);
    return view.put("tag", tag(view));
  }

  private static Shown shown(Template.Placed placed, Map<String, ObjectNode> known) {
    var view = view(placed, known);
    return new Shown(Json.write(view), tag(view));
  }

  private static ObjectNode view(Template.Placed placed, Map<String, ObjectNode> known) {
    var view = Json.object();
    view.put("row", placed.row().key()).put("section", placed.section().key());
    var list = view.putArray("fields");
    placed.section().columns().stream()
        .filter(known::containsKey)
        .map(known::get)
        .forEach(it -> list.add(it.deepCopy().without("row")));
    return view;
  }

  private static String tag(ObjectNode view) {
    return "\"" + Digest.of(Json.write(view)).substring(0, 22) + "\"";
  }
}
