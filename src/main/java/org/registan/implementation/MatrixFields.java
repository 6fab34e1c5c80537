package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Newest;
import org.registan.record.Row;

/**
 * The inside of matrices: which agency fills what, and the fields. Every query of a draft names its
 * reader, of whose own state the matrix is, and goes through {@link #scoped}; one of submitted
 * matrices names those that the ledger has let the reader see.
 */
@ApplicationScoped
class MatrixFields {

  private static final String SECTION_OF_FIELD =
      "JOIN matrix_field f ON f.record = r.id LEFT JOIN matrix_section s"
          + " ON s.record = f.record AND s.section = f.section";

  private record Assigned(boolean whole, @Nullable MatrixSection section) {}

  /**
   * The one way in: the record's agency and the national authority see all of it, another agency
   * the sections {@code s} that are assigned to it.
   */
  private static Query scoped(
      Handle handle, Actor reader, UUID record, String select, String joins, String more) {
    return handle
        .createQuery(
            "SELECT "
                + select
                + " FROM record r JOIN agency a ON a.participant = r.owner AND a.id = :agency "
                + joins
                + " WHERE r.id = :record AND r.owner = :owner"
                + " AND (a.national_authority OR r.agency = :agency OR s.agency = :agency)"
                + more)
        .bind("record", record)
        .bind("owner", reader.participant())
        .bind("agency", reader.agency());
  }

  /** What a reader sees of a matrix; a section that is assigned to nobody is the record's own. */
  MatrixScope scope(Handle handle, Actor reader, Row matrix, Template template) {
    var found =
        scoped(
                handle,
                reader,
                matrix.id(),
                "a.national_authority OR r.agency = :agency, s.section, s.agency, s.state,"
                    + " s.comment",
                "LEFT JOIN matrix_section s ON s.record = r.id",
                "")
            .map((row, ctx) -> new Assigned(row.getBoolean(1), section(row)))
            .list();
    var whole = found.stream().anyMatch(Assigned::whole);
    var assigned = new HashMap<String, MatrixSection>();
    for (var each : found) {
      if (each.section() != null) {
        assigned.put(each.section().key(), each.section());
      }
    }
    return new MatrixScope(
        whole,
        template.sections().stream()
            .map(Template.Section::key)
            .filter(it -> whole || assigned.containsKey(it))
            .map(it -> assigned.getOrDefault(it, MatrixSection.of(it, matrix.agency())))
            .toList());
  }

  private static @Nullable MatrixSection section(ResultSet row) throws SQLException {
    return row.getString(2) == null
        ? null
        : new MatrixSection(
            row.getString(2),
            row.getString(3),
            MatrixSection.State.valueOf(row.getString(4)),
            row.getString(5));
  }

  /** The fields that a reader sees, by row and column; what is blank has none. */
  Map<String, Map<String, ObjectNode>> all(Handle handle, Actor reader, UUID record) {
    return fields(scoped(handle, reader, record, FIELD, SECTION_OF_FIELD, ""));
  }

  /** The same of one row. */
  Map<String, ObjectNode> ofRow(Handle handle, Actor reader, UUID record, String row) {
    var query =
        scoped(handle, reader, record, FIELD, SECTION_OF_FIELD, " AND f.row_key = :row")
            .bind("row", row);
    return fields(query).getOrDefault(row, Map.of());
  }

  private static final String FIELD = "f.row_key, f.col, f.value, f.sources, f.remarks";

  private static Map<String, Map<String, ObjectNode>> fields(Query query) {
    var fields = new HashMap<String, Map<String, ObjectNode>>();
    query
        .map((row, ctx) -> field(row))
        .forEach(it ->
            fields
                .computeIfAbsent(it.path("row").asText(), row -> new HashMap<>())
                .put(it.path("column").asText(), it));
    return fields;
  }

  private static ObjectNode field(ResultSet row) throws SQLException {
    var field = Json.object().put("row", row.getString(1)).put("column", row.getString(2));
    if (row.getString(3) != null) {
      field.put("value", row.getString(3));
    }
    if (row.getString(4) != null) {
      field.set("sources", Json.parse(row.getString(4)));
    }
    if (row.getString(5) != null) {
      field.set("remarks", Json.parse(row.getString(5)));
    }
    return field;
  }

  /** What matrices that the reader was given in full say in one row, by matrix and column. */
  Map<UUID, Map<String, ObjectNode>> ofRow(Handle handle, List<Newest.Found> given, String row) {
    var found = new HashMap<UUID, Map<String, ObjectNode>>();
    if (!given.isEmpty()) {
      handle
          .createQuery(
              "SELECT "
                  + FIELD
                  + ", f.record FROM matrix_field f WHERE f.record IN (<records>)"
                  + " AND f.row_key = :row")
          .bindList("records", given.stream().map(Newest.Found::id).toList())
          .bind("row", row)
          .map((it, ctx) -> Map.entry(UUID.fromString(it.getString(6)), field(it)))
          .forEach(it ->
              found
                  .computeIfAbsent(it.getKey(), matrix -> new HashMap<>())
                  .put(it.getValue().path("column").asText(), it.getValue()));
    }
    return found;
  }

  /** In how many of these matrices a value stands in a column of a row. */
  record Count(String row, String column, String value, int matrices) {}

  /** Where no matrix has any, there is no count. */
  List<Count> counts(Handle handle, List<Newest.Found> given) {
    return given.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "SELECT row_key, col, value, COUNT(*) FROM matrix_field WHERE record IN (<records>)"
                    + " AND value IS NOT NULL GROUP BY row_key, col, value ORDER BY value")
            .bindList("records", given.stream().map(Newest.Found::id).toList())
            .map((it, ctx) ->
                new Count(it.getString(1), it.getString(2), it.getString(3), it.getInt(4)))
            .list();
  }

  /** Replaces what stands in a row. The record must be locked, and the row the writer's. */
  void put(Handle handle, Row matrix, Template template, String row, List<JsonNode> fields) {
    handle.execute("DELETE FROM matrix_field WHERE record = ? AND row_key = ?", matrix.id(), row);
    add(handle, matrix, template, fields);
  }

  /** Fills fields that are blank. The record must be locked, and all of it the writer's. */
  void add(Handle handle, Row matrix, Template template, List<JsonNode> fields) {
    if (fields.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            "INSERT INTO matrix_field (record, section, row_key, col, value, sources, remarks)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (var field : fields) {
      var placed = template.row(field.path("row").asText()).orElseThrow();
      batch.add(
          matrix.id(),
          placed.section().key(),
          placed.row().key(),
          field.path("column").asText(),
          field.path("value").textValue(),
          text(field.path("sources")),
          text(field.path("remarks")));
    }
    batch.execute();
  }

  private static @Nullable String text(JsonNode list) {
    return list.isEmpty() ? null : Json.write(list);
  }

  /** Says who fills a section, and how far it is. The record must be locked. */
  void put(Handle handle, Row matrix, MatrixSection section) {
    handle.execute(
        "REPLACE INTO matrix_section (record, section, owner, agency, state, comment)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        matrix.id(),
        section.key(),
        matrix.owner(),
        section.agency(),
        section.state().name(),
        section.comment());
  }
}
