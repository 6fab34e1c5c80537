package org.registan.bench;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.registan.record.References;

/** All rows that a denial's notification leaves, to be inserted again as another denial's. */
final class PlainRows {

  private static final List<String> TABLES =
      List.of(
          "doc",
          "doc_history",
          "version",
          "record_key",
          "deadline",
          "visible",
          "proposal",
          "audit_opening",
          "ledger");

  private static final SecureRandom RANDOM = new SecureRandom();

  private record Table(String name, List<String> columns, List<List<String>> rows) {
    String insert() {
      return "INSERT INTO %s (%s) VALUES (%s)"
          .formatted(
              name,
              String.join(", ", columns),
              columns.stream().map(it -> "?").collect(Collectors.joining(", ")));
    }

    List<String> values(String column) {
      return rows.stream().map(it -> it.get(columns.indexOf(column))).toList();
    }
  }

  private final List<Table> tables;

  private PlainRows(List<Table> tables) {
    this.tables = tables;
  }

  /** Those of a denial, and what the log has from after an entry. */
  static PlainRows of(Plain plain, String record, long after) {
    return new PlainRows(
        plain.act(connection -> {
          var tables = new ArrayList<Table>();
          tables.add(read(connection, "record", "SELECT * FROM record WHERE id = ?", record));
          for (var table : TABLES) {
            var query = "SELECT * FROM " + table + " WHERE record = ?";
            tables.add(read(connection, table, query, record));
          }
          var log = "SELECT log, id, body FROM audit_entry WHERE seq > ? ORDER BY seq";
          tables.add(read(connection, "audit_entry", log, after));
          return tables;
        }));
  }

  private static Table read(Connection connection, String table, String sql, Object value)
      throws SQLException {
    try (var statement = Plain.bound(connection, sql, value);
        var found = statement.executeQuery()) {
      var columns = new ArrayList<String>();
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        columns.add(found.getMetaData().getColumnName(i));
      }
      var rows = new ArrayList<List<String>>();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
      return new Table(table, columns, rows);
    }
  }

  /** How many rows of each table. */
  Map<String, Integer> sizes() {
    var sizes = new LinkedHashMap<String, Integer>();
    tables.forEach(it -> sizes.put(it.name(), it.rows().size()));
    return sizes;
  }

  String sql() {
    return tables.stream().map(Table::insert).collect(Collectors.joining("; "))
        + "; UPDATE head SET next = next + 1 WHERE recipient = ?";
  }

  /** The same rows of a denial that is not there yet. */
  PlainRows another() {
    var own = new HashMap<String, String>();
    var record = table("record");
    own.put(record.values("id").getFirst(), UUID.randomUUID().toString());
    var reference = record.values("reference").getFirst();
    var year = Integer.parseInt(reference.substring(4, 8));
    own.put(reference, References.random(record.values("owner").getFirst(), year));
    table("proposal").values("id").forEach(it -> own.put(it, UUID.randomUUID().toString()));
    table("audit_entry").values("id").forEach(it -> own.put(it, UUID.randomUUID().toString()));
    table("audit_opening").values("commitment").forEach(it -> own.put(it, commitment()));
    return new PlainRows(
        tables.stream()
            .map(table ->
                new Table(
                    table.name(),
                    table.columns(),
                    table.rows().stream().map(row -> replaced(row, own)).toList()))
            .toList());
  }

  private static List<String> replaced(List<String> row, Map<String, String> own) {
    var replaced = new ArrayList<String>();
    for (var value : row) {
      var text = value;
      for (var each : own.entrySet()) {
        text = text == null ? null : text.replace(each.getKey(), each.getValue());
        text = text == null ? null : text.replace(key(each.getKey()), key(each.getValue()));
      }
      replaced.add(text);
    }
    return replaced;
  }

  /** The word of a reference that searches find it by. */
  private static String key(String text) {
    return text.length() == 16 ? text.substring(9).toLowerCase(java.util.Locale.ROOT) : text;
  }

  private static String commitment() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Inserts all of them, each recipient's entry at its next position. */
  boolean insert(Connection connection) throws SQLException {
    for (var table : tables) {
      if (!table.name().equals("ledger")) {
        insert(connection, table, Map.of());
      }
    }
    var ledger = table("ledger");
    insert(connection, ledger, positions(connection, ledger.values("recipient")));
    return true;
  }

  private static void insert(Connection connection, Table table, Map<String, String> positions)
      throws SQLException {
    try (var insert = connection.prepareStatement(table.insert())) {
      var position = table.columns().indexOf("position");
      for (var row : table.rows()) {
        for (int i = 0; i < row.size(); i++) {
          insert.setString(i + 1, i == position ? positions.get(row.getFirst()) : row.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Map<String, String> positions(Connection connection, List<String> recipients)
      throws SQLException {
    try (var update =
        connection.prepareStatement("UPDATE head SET next = next + 1 WHERE recipient = ?")) {
      for (var recipient : recipients.stream().sorted().toList()) {
        update.setString(1, recipient);
        update.addBatch();
      }
      update.executeBatch();
    }
    var positions = new HashMap<String, String>();
    try (var query = connection.prepareStatement("SELECT recipient, next - 1 FROM head");
        var rows = query.executeQuery()) {
      while (rows.next()) {
        positions.put(rows.getString(1), rows.getString(2));
      }
    }
    return positions;
  }

  private Table table(String name) {
    return tables.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }
}
