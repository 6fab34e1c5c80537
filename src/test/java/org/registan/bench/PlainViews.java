package org.registan.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registan.kernel.Level;

/** Rows of documents to the bytes that the services make of them, by plain JDBC. */
final class PlainViews {

  private static final String MARK = "{\"$person\":\"";
  private static final int ID = 36;

  private PlainViews() {}

  /** A document as it lies in its row. */
  record Row(String id, int level, int rev, Instant at, String body) {

    /** Of the columns record, level, rev, at and body, from {@code first} on. */
    static Row of(ResultSet rows, int first) throws SQLException {
      return new Row(
          rows.getString(first),
          rows.getInt(first + 1),
          rows.getInt(first + 2),
          instant(rows, first + 3),
          rows.getString(first + 4));
    }
  }

  static Instant instant(ResultSet rows, int at) throws SQLException {
    return rows.getObject(at, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  /** The views of these, with persons put back by one statement. */
  static List<String> texts(Connection connection, List<Row> rows) throws SQLException {
    var persons = persons(connection, rows);
    var texts = new ArrayList<String>();
    for (var row : rows) {
      var text = new StringBuilder(row.body().length() + 200);
      text.append("{\"id\":\"").append(row.id());
      text.append("\",\"disclosure\":\"").append(Level.of(row.level()));
      text.append("\",\"version\":").append(row.rev());
      text.append(",\"updatedAt\":\"").append(row.at()).append("\",");
      fill(text, row.body(), persons);
      texts.add(text.toString());
    }
    return texts;
  }

  private static void fill(StringBuilder text, String body, Map<String, String> persons) {
    int from = 1;
    for (int at = body.indexOf(MARK); at >= 0; at = body.indexOf(MARK, from)) {
      var id = body.substring(at + MARK.length(), at + MARK.length() + ID);
      text.append(body, from, at).append(persons.get(id));
      from = at + MARK.length() + ID + 2;
    }
    text.append(body, from, body.length());
  }

  private static Map<String, String> persons(Connection connection, List<Row> rows)
      throws SQLException {
    var ids = ids(rows);
    var persons = new HashMap<String, String>();
    if (ids.isEmpty()) {
      return persons;
    }
    var marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    var sql = "SELECT id, content FROM natural_person WHERE id IN (" + marks + ")";
    try (var statement = Plain.bound(connection, sql, ids.toArray());
        var found = statement.executeQuery()) {
      while (found.next()) {
        persons.put(found.getString(1), found.getString(2));
      }
    }
    return persons;
  }

  private static Set<String> ids(List<Row> rows) {
    var ids = new LinkedHashSet<String>();
    for (var row : rows) {
      var body = row.body();
      for (int at = body.indexOf(MARK); at >= 0; at = body.indexOf(MARK, at + 1)) {
        ids.add(body.substring(at + MARK.length(), at + MARK.length() + ID));
      }
    }
    return ids;
  }
}
