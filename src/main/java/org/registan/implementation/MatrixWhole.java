package org.registan.implementation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.record.Row;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** A matrix with all of its fields: what is submitted, and what is carried over from it. */
@ApplicationScoped
class MatrixWhole {

  /** Bytes: as long as the longest body that is taken. */
  private static final int LONGEST = 2_000_000;

  private final Templates templates;
  private final MatrixFields fields;

  MatrixWhole(Templates templates, MatrixFields fields) {
    this.templates = templates;
    this.fields = fields;
  }

  /** The sections that other agencies were given and have not handed in. */
  List<JsonNode> unfinished(Handle handle, UUID record) {
    return handle
        .createQuery(
            "SELECT s.section, s.agency, s.state FROM matrix_section s"
                + " JOIN record r ON r.id = s.record WHERE s.record = :record"
                + " AND s.agency <> r.agency AND s.state <> :done ORDER BY s.section")
        .bind("record", record)
        .bind("done", MatrixSection.State.HANDED_IN.name())
        .map((row, ctx) ->
            (JsonNode)
                Json.object()
                    .put("section", row.getString(1))
                    .put("agency", row.getString(2))
                    .put("state", row.getString(3)))
        .list();
  }

  /** The header with all fields, in the order of the template. */
  JsonNode content(Handle handle, Row row) {
    ObjectNode content = row.content().deepCopy();
    ArrayNode list = Json.MAPPER.createArrayNode();
    var platform = Actor.platform(row.owner(), row.agency());
    var known = fields.all(handle, platform, row.id());
    templates
        .of(content.path("template").asText())
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
    if (Json.write(content).getBytes(UTF_8).length > LONGEST) {
      throw Problem.meaningless(List.of(Fault.at("", "is too long to be submitted as a whole")));
    }
    return content;
  }
}
