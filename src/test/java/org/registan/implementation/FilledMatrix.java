package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;

/**
 * A naive model of a draft matrix: which agency fills which section, how far it is, and what stands
 * in the rows.
 */
final class FilledMatrix {

  static final Template TEMPLATE = new Templates().of("2017");

  final String path;

  private final List<String> whole;
  private final String agency;
  private final Map<String, Part> parts = new HashMap<>();
  private final Map<String, List<JsonNode>> rows = new HashMap<>();

  /** A section that was given to an agency, or moved. */
  private record Part(String agency, String state, @Nullable String comment) {}

  /**
   * One in which nothing stands yet.
   *
   * @param agency whose it is
   * @param authority who sees all of its state
   */
  FilledMatrix(String path, String agency, String authority) {
    this.path = path;
    this.agency = agency;
    this.whole = List.of(agency, authority);
  }

  /** Whether an agency puts it together. */
  boolean isWholeTo(String reader) {
    return whole.contains(reader);
  }

  boolean shows(String section, String reader) {
    return isWholeTo(reader)
        || (parts.containsKey(section) && part(section).agency().equals(reader));
  }

  boolean isHandedIn(String section) {
    return part(section).state().equals("HANDED_IN");
  }

  private Part part(String section) {
    return parts.getOrDefault(section, new Part(agency, "IN_WORK", null));
  }

  void assign(String section, String to) {
    parts.put(section, new Part(to, "IN_WORK", null));
  }

  void handIn(String section) {
    parts.put(section, new Part(part(section).agency(), "HANDED_IN", null));
  }

  void giveBack(String section, String why) {
    parts.put(section, new Part(part(section).agency(), "RETURNED", why));
  }

  /** What stands in a row from now on. */
  void fill(String row, List<JsonNode> fields) {
    rows.put(row, fields);
  }

  /** Where its rows are read. */
  String rows() {
    return path + "/fields";
  }

  String rows(Template.Section section) {
    return rows() + "?section=" + section.key();
  }

  String row(String row) {
    return rows() + "/" + row;
  }

  String progress() {
    return path + "/progress";
  }

  String differences(FilledMatrix from) {
    return path + "/differences?from=" + from.path.substring(from.path.lastIndexOf('/') + 1);
  }

  /** Everything that a reader sees of it. */
  Stream<JsonNode> shown(String reader) {
    return Stream.concat(
        rowsFor(reader, TEMPLATE.sections()).stream(), progressFor(reader).stream());
  }

  /** The rows that a reader sees of some sections. */
  List<JsonNode> rowsFor(String reader, List<Template.Section> sections) {
    return sections.stream()
        .filter(it -> shows(it.key(), reader))
        .flatMap(section -> section.rows().stream().map(it -> said(section, it.key())))
        .toList();
  }

  JsonNode said(Template.Section section, String row) {
    var json = Json.object().put("row", row).put("section", section.key());
    json.putArray("fields").addAll(rows.getOrDefault(row, List.of()));
    return json;
  }

  /** How far a reader sees it is. */
  List<JsonNode> progressFor(String reader) {
    return TEMPLATE.sections().stream()
        .filter(it -> shows(it.key(), reader))
        .map(this::progress)
        .toList();
  }

  private JsonNode progress(Template.Section section) {
    var part = part(section.key());
    var filled =
        section.rows().stream()
            .map(it -> rows.getOrDefault(it.key(), List.of()))
            .filter(it -> !it.isEmpty())
            .toList();
    var open = filled.stream().filter(it -> it.stream().anyMatch(FilledMatrix::lacksSource));
    var json =
        Json.object()
            .put("section", section.key())
            .put("agency", part.agency())
            .put("state", part.state())
            .put("rows", section.rows().size())
            .put("filled", filled.size())
            .put("withoutSource", (int) open.count());
    return part.comment() == null ? json : json.put("comment", part.comment());
  }

  private static boolean lacksSource(JsonNode field) {
    return List.of("X", "?").contains(field.path("value").asText()) && !field.has("sources");
  }

  /** What a reader sees that it has otherwise than another. */
  List<JsonNode> differencesFor(String reader, FilledMatrix from) {
    var before = from.fields(reader);
    var after = fields(reader);
    var places = new LinkedHashSet<>(before.keySet());
    places.addAll(after.keySet());
    var differences = new ArrayList<JsonNode>();
    for (var place : places) {
      if (!Objects.equals(before.get(place), after.get(place))) {
        var json = Json.object().put("row", place.getFirst()).put("column", place.getLast());
        put(json, "before", before.get(place));
        put(json, "after", after.get(place));
        differences.add(json);
      }
    }
    return differences;
  }

  private static void put(ObjectNode json, String member, @Nullable JsonNode field) {
    if (field != null) {
      json.set(member, field);
    }
  }

  /** The fields that a reader sees, by row and column. */
  private Map<List<String>, JsonNode> fields(String reader) {
    var fields = new HashMap<List<String>, JsonNode>();
    for (var row : rowsFor(reader, TEMPLATE.sections())) {
      for (var it : row.path("fields")) {
        fields.put(List.of(row.path("row").asText(), it.path("column").asText()), it);
      }
    }
    return fields;
  }
}
