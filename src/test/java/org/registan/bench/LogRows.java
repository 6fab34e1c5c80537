package org.registan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The entries that something leaves in the logs, to be written again as plain rows. */
record LogRows(List<Entry> entries) {

  /** One entry. */
  record Entry(String log, String body) {}

  static final String INSERT = "INSERT INTO audit_entry (log, id, body) VALUES (?, ?, ?)";

  /** Those of a piece of work. */
  static LogRows of(Plain plain, Runnable work) {
    var before = plain.number("SELECT COALESCE(MAX(seq), 0) FROM audit_entry");
    work.run();
    return new LogRows(
        plain.act(connection -> {
          var entries = new ArrayList<Entry>();
          try (var found =
                  Plain.bound(
                      connection, "SELECT log, body FROM audit_entry WHERE seq > ?", before);
              var rows = found.executeQuery()) {
            while (rows.next()) {
              entries.add(new Entry(rows.getString(1), rows.getString(2)));
            }
          }
          return entries;
        }));
  }

  void insert(Connection connection) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var entry : entries) {
        insert.setString(1, entry.log());
        insert.setString(2, UUID.randomUUID().toString());
        insert.setString(3, entry.body());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
