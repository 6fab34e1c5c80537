package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.registan.chaos.Wire.Request;
import org.registan.kernel.Json;

/** One state fills its draft matrices, and hands sections to agencies, in and back. */
final class Filling extends Doings {
  private static final List<String> SECTIONS = List.of("OP2", "OP3cd");
  private static final List<String> COLUMNS =
      List.of("framework.NW", "framework.CW", "enforcement.BW");
  private static final List<String> VALUES = List.of("X", "?", "NA");

  /** Few enough that rows are filled again. */
  private static final int ROWS = 6;

  Filling(Doings same) {
    super(same);
  }

  /** Several rows, one after the other or by several people at once. */
  void fill(String matrix) {
    var rows = new TreeMap<String, ArrayNode>();
    var count = 1 + chance.nextInt(4);
    while (rows.size() < count) {
      rows.put(contents.one(SECTIONS) + "." + (1 + chance.nextInt(ROWS)), fields());
    }
    if (chance.nextBoolean()) {
      rows.forEach((row, fields) -> put(matrix, row, fields));
    } else {
      CompletableFuture.allOf(
              rows.entrySet().stream()
                  .map(it ->
                      CompletableFuture.runAsync(() -> put(matrix, it.getKey(), it.getValue())))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
    done("fill rows");
  }

  /** What stands in a row and in no other; now and then nothing. */
  private ArrayNode fields() {
    var fields = Json.MAPPER.createArrayNode();
    for (var column : COLUMNS) {
      if (chance.nextBoolean()) {
        var field = fields.addObject().put("column", column).put("value", contents.one(VALUES));
        field.putArray("sources").addObject().put("law", "Act " + chance.nextLong());
      }
    }
    return fields;
  }

  /** Nobody else fills this row: after a lost answer it is as it was sent. */
  private void put(String matrix, String row, ArrayNode fields) {
    var path = matrix + "/fields/" + row;
    var before = read(path);
    var rows = known.reports().matrix(matrix).rows();
    findings.same(
        rows.getOrDefault(row, Json.MAPPER.createArrayNode()),
        before.json().path("fields"),
        "%s before it is filled",
        path);
    var body = Json.object().set("fields", fields).toString();
    var match = Map.of("If-Match", before.etag());
    var answer = wire.send(as("officer"), new Request("PUT", path, match, body));
    if (answer.status() != 200 && answer.status() != 412) {
      findings.violation("%s %s: %s", state, path, answer);
    }
    findings.same(fields, read(path).json().path("fields"), "%s after it was filled", path);
    rows.put(row, fields);
  }

  /** A section goes to an agency, from there back, and perhaps to the agency again. */
  void handOn(String matrix) {
    var section = contents.one(SECTIONS);
    var before = section(matrix, section);
    var path = matrix + "/sections/" + section;
    var agency = before.path("agency").asText();
    if (before.path("state").asText().equals("HANDED_IN")) {
      var comment = "Which article? " + chance.nextInt(1000);
      var body = Json.object().put("comment", comment);
      move(matrix, before, new Request("POST", path + "/return", Map.of(), body.toString()));
      moved(matrix, place(section, agency, "RETURNED").put("comment", comment));
    } else if (chance.nextBoolean()) {
      move(matrix, before, new Request("POST", path + "/hand-in", Map.of(), ""));
      moved(matrix, place(section, agency, "HANDED_IN"));
    } else {
      var other = agency();
      var body = Json.object().put("agency", other);
      move(matrix, before, new Request("PUT", path, Map.of(), body.toString()));
      moved(matrix, place(section, other, "IN_WORK"));
    }
  }

  private void move(String matrix, JsonNode before, Request request) {
    var match = Map.of("If-Match", before.path("tag").asText());
    var answer =
        wire.send(
            as("officer"), new Request(request.method(), request.path(), match, request.body()));
    if (answer.status() != 200 && answer.status() != 412) {
      findings.violation("%s %s of %s: %s", state, request, matrix, answer);
    }
  }

  private void moved(String matrix, ObjectNode place) {
    var section = place.path("section").asText();
    findings.same(place, place(section(matrix, section)), "%s of %s", section, matrix);
    known.reports().matrix(matrix).sections().put(section, place);
    done("hand a section on");
  }

  private static ObjectNode place(String section, String agency, String state) {
    return Json.object().put("section", section).put("agency", agency).put("state", state);
  }

  /** Where a section is, of what is told of its progress. */
  static ObjectNode place(JsonNode progress) {
    ObjectNode place = progress.deepCopy();
    return place.without(List.of("rows", "filled", "withoutSource", "tag"));
  }

  private JsonNode section(String matrix, String section) {
    return read(matrix + "/progress")
        .json()
        .path("items")
        .valueStream()
        .filter(it -> it.path("section").asText().equals(section))
        .findFirst()
        .orElseThrow();
  }

  private String agency() {
    var agencies = read("/v1/participants/" + state).json().path("agencies");
    return agencies.get(chance.nextInt(agencies.size())).path("id").asText();
  }
}
