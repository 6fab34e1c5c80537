package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Reads;
import org.registan.record.Status;

/** What one matrix has otherwise than another, field by field, as far as the reader sees both. */
@ApplicationScoped
class MatrixDifferences {

  private final MatrixType type;
  private final MatrixFields fields;
  private final Database database;
  private final Reads reads;

  MatrixDifferences(MatrixType type, MatrixFields fields, Database database, Reads reads) {
    this.type = type;
    this.fields = fields;
    this.database = database;
    this.reads = reads;
  }

  /** From one matrix to another. */
  ObjectNode between(Actor actor, String from, String to) {
    return database.act(handle -> {
      var after = fields(handle, actor, to);
      var before = fields(handle, actor, from);
      var answer = Json.object();
      var differences = answer.putArray("differences");
      var places = new LinkedHashSet<>(before.keySet());
      places.addAll(after.keySet());
      places.forEach(it -> compare(differences, before.get(it), after.get(it)));
      return answer;
    });
  }

  private static void compare(
      ArrayNode differences, @Nullable JsonNode before, @Nullable JsonNode after) {
    var there = after == null ? before : after;
    if (there == null || Objects.equals(before, after)) {
      return;
    }
    var difference = differences.addObject();
    difference.set("row", there.path("row"));
    difference.set("column", there.path("column"));
    if (before != null) {
      difference.set("before", said(before));
    }
    if (after != null) {
      difference.set("after", said(after));
    }
  }

  /** What stands in a field, without its place. */
  private static JsonNode said(JsonNode field) {
    return ((ObjectNode) field.deepCopy()).without("row");
  }

  /** The fields by their place: of a draft those of the reader's part, else those it has. */
  private Map<String, JsonNode> fields(Handle handle, Actor actor, String id) {
    var seen = reads.one(handle, actor, type, id);
    var byPlace = new LinkedHashMap<String, JsonNode>();
    if (seen.status().equals(Status.DRAFT)) {
      fields
          .all(handle, actor, seen.id())
          .values()
          .forEach(row -> row.values().forEach(it -> byPlace.put(place(it), it)));
    } else {
      Json.parse(seen.json()).path("fields").forEach(it -> byPlace.put(place(it), it));
    }
    return byPlace;
  }

  private static String place(JsonNode field) {
    return field.path("row").asText() + " " + field.path("column").asText();
  }
}
