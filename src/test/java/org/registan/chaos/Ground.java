package org.registan.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.registan.stand.Database;

/** The tables themselves, asked beside the running application. */
final class Ground {
  private static final int ENOUGH = 5;

  private static final String PREPARING = "SELECT COUNT(*) FROM gate WHERE preparing IS NOT NULL";

  /** Since the last second: what a killed node left behind comes in no more. */
  private static final String COMING_IN =
      "SELECT COUNT(*) FROM attachment WHERE state = 'RECEIVING'"
          + " AND received_at > UTC_TIMESTAMP(3) - INTERVAL 1 SECOND";

  /** A file that began an hour ago or earlier is swept away, which an application does at start. */
  private static final String AN_HOUR_LATER =
      "UPDATE attachment SET received_at = received_at - INTERVAL 2 HOUR"
          + " WHERE state = 'RECEIVING'";

  private final Database database;
  private final Findings findings;

  Ground(Database database, Findings findings) {
    this.database = database;
    this.findings = findings;
  }

  void check() throws SQLException {
    try (var connection = database.connect()) {
      ask(connection, Questions.ALL);
      ask(connection, FileQuestions.ALL);
      ask(connection, EditionQuestions.ALL);
    }
  }

  private void ask(Connection connection, Map<String, String> questions) throws SQLException {
    for (var question : questions.entrySet()) {
      rows(connection, question.getValue()).stream()
          .limit(ENOUGH)
          .forEach(row -> findings.violation("in the tables, %s: %s", question.getKey(), row));
    }
  }

  /** Lets an hour pass for what was coming in when it was killed; how many files. */
  int passAnHour() throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(AN_HOUR_LATER);
    }
  }

  /** How many owners' flips are being prepared now. */
  int preparing() throws SQLException {
    return count(PREPARING);
  }

  /** How many re-releases wait for the upkeep, and ends of one-offs that are past or near. */
  int waiting() throws SQLException {
    return count("SELECT COUNT(*) FROM rerelease")
        + count(
            "SELECT COUNT(*) FROM one_off WHERE until BETWEEN UTC_TIMESTAMP(3)"
                + " AND UTC_TIMESTAMP(3) + INTERVAL 60 SECOND")
        + count(
            "SELECT COUNT(*) FROM visible v JOIN gate g ON g.owner = v.owner AND g.rtype = v.rtype"
                + " WHERE v.until < UTC_TIMESTAMP(3) AND v.from_gen <= g.generation"
                + " AND v.to_gen > g.generation");
  }

  /** Waits until a flip is being prepared; how many are then, or none when patience ends. */
  int awaitPreparing(Duration patience) throws SQLException {
    return await(PREPARING, patience);
  }

  /** The same of files that come in. */
  int awaitComingIn(Duration patience) throws SQLException {
    return await(COMING_IN, patience);
  }

  private int await(String sql, Duration patience) throws SQLException {
    var end = Instant.now().plus(patience);
    try (var connection = database.connect()) {
      var found = 0;
      while (found == 0 && Instant.now().isBefore(end)) {
        found = count(connection, sql);
      }
      return found;
    }
  }

  private int count(String sql) throws SQLException {
    try (var connection = database.connect()) {
      return count(connection, sql);
    }
  }

  private static int count(Connection connection, String sql) throws SQLException {
    return Integer.parseInt(rows(connection, sql).getFirst().getFirst());
  }

  static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<List<String>>();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(found.getString(column)));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
