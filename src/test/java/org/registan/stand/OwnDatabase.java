package org.registan.stand;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A database of a test's own, without any table until the test makes some. */
final class OwnDatabase {

  private final Database database;

  private OwnDatabase(Database database) {
    this.database = database;
  }

  static OwnDatabase start(Path state) {
    var database = new Database(state, Ports.free(), "a-password-of-this-test");
    database.start();
    return new OwnDatabase(database);
  }

  Database itself() {
    return database;
  }

  void drop() throws SQLException {
    execute(
        "DROP DATABASE " + Database.SCHEMA,
        "CREATE DATABASE " + Database.SCHEMA + " COLLATE utf8mb4_bin");
  }

  /** The migrations up to a version, or {@code latest}; how many there were. */
  int migrateTo(String version) {
    return Flyway.configure()
        .dataSource(database.url(), Database.USER, database.password())
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  /** Whatever rows refer to need not be there. */
  void execute(String... statements) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The only row. */
  String row(String sql) throws SQLException {
    var rows = rows(sql);
    if (rows.size() != 1) {
      throw new AssertionError(sql + ": " + rows);
    }
    return rows.getFirst();
  }

  /** Each row, its cells joined by blanks. */
  List<String> rows(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (found.next()) {
        var cells = new ArrayList<String>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          cells.add(found.getString(column));
        }
        rows.add(String.join(" ", cells));
      }
      return rows;
    }
  }
}
