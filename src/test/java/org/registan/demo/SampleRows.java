package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.registan.demo.Api.Answer;
import org.registan.demo.Api.Caller;

/** The rows of a sample matrix in which something stands, each told by published facts. */
final class SampleRows {

  private final JsonNode facts = DemoFiles.json("1540-facts.json");
  private final Api api;
  private final Caller officer;
  private final JsonNode rows;
  private final String remark;

  /** The remark stands in every field, before what there is to say of its row. */
  SampleRows(Api api, String owner, JsonNode rows, String remark) {
    this.api = api;
    this.officer = new Caller(owner, "officer");
    this.rows = rows;
    this.remark = remark;
  }

  /** Fills those of a draft that do not say it yet. */
  void fill(String matrix) {
    for (var row : rows.properties()) {
      put(matrix + "/fields/" + row.getKey(), fields(row.getValue()));
    }
  }

  private void put(String path, ArrayNode fields) {
    var there = read(path);
    if (says(there, fields)) {
      return;
    }
    var ifMatch = Map.of("If-Match", FourEyes.etag("the row", there));
    var body = DemoFiles.JSON.createObjectNode().set("fields", fields);
    var written = api.send(officer, "PUT", path, ifMatch, body);
    if (!says(written, fields) && !says(read(path), fields)) { // an answer may have been lost
      Api.expect(200, "PUT " + path, written);
    }
  }

  private Answer read(String path) {
    return Api.expect(200, "GET " + path, api.get(officer, path));
  }

  private static boolean says(Answer row, ArrayNode fields) {
    return row.body().path("fields").equals(fields);
  }

  private ArrayNode fields(JsonNode row) {
    var fields = DemoFiles.JSON.createArrayNode();
    for (var column : row.path("columns")) {
      var field = fields.addObject();
      field.set("column", column);
      field.set("value", row.path("value"));
      var sources = field.putArray("sources");
      row.path("facts").forEach(it -> sources.add(source(facts.required(it.asText()))));
      var text = remark + " " + row.path("remark").asText();
      field.putArray("remarks").addObject().put("lang", "en").put("text", text);
    }
    return fields;
  }

  private static ObjectNode source(JsonNode fact) {
    return DemoFiles.JSON
        .createObjectNode()
        .put("law", fact.path(fact.has("title") ? "title" : "reference").asText())
        .put("article", fact.path("date").asText())
        .put("link", fact.path("source").asText())
        .put("lang", fact.path("lang").asText());
  }
}
