package org.registan.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of the stand keeps what it acknowledged, and keeps to its settings. */
class DatabaseTest {
  @TempDir Path state;
  private Database database;

  @BeforeEach
  void start() {
    database = new Database(state, Ports.free(), "a-password-of-this-test");
    database.start();
  }

  @AfterEach
  void stop() {
    database.stop();
  }

  @Test
  void keepsWhatItAcknowledgedWhenItIsKilled() throws SQLException {
    execute("CREATE TABLE t (name VARCHAR(20) PRIMARY KEY)");
    execute("INSERT INTO t VALUES ('Самарқанд')");
    long before = database.pid();
    database.kill();
    assertThat(database.alive()).isFalse();
    database.start();
    assertThat(database.pid()).isNotEqualTo(before);
    assertThat(query("SELECT name FROM t")).isEqualTo("Самарқанд");
  }

  @Test
  void isSetAsInProduction() throws SQLException {
    assertThat(query("SELECT @@version")).startsWith("11.4.5");
    assertThat(query("SELECT @@transaction_isolation")).isEqualTo("READ-COMMITTED");
    assertThat(query("SELECT @@innodb_snapshot_isolation")).isEqualTo("1");
    assertThat(query("SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
    assertThat(query("SELECT @@log_bin")).isEqualTo("0");
    assertThat(query("SELECT @@collation_database")).isEqualTo("utf8mb4_bin");
    assertThat(query("SELECT @@time_zone")).isEqualTo("+00:00");
    assertThat(query("SELECT @@bind_address")).isEqualTo("127.0.0.1");
  }

  @Test
  void givesTheApplicationItsSchemaAndNothingElse() {
    assertThatThrownBy(() -> query("SELECT user FROM mysql.user")).hasMessageContaining("denied");
    assertThatThrownBy(() -> execute("CREATE DATABASE other")).hasMessageContaining("denied");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
