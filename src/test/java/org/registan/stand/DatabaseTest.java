package org.registan.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of the stand keeps what it acknowledged, and keeps to its settings. */
class DatabaseTest {
  @TempDir static Path state;
  private static OwnDatabase own;

  @BeforeAll
  static void start() {
    own = OwnDatabase.start(state);
  }

  @AfterAll
  static void stop() {
    own.itself().stop();
  }

  @Test
  void keepsWhatItAcknowledgedWhenItIsKilled() throws SQLException {
    own.execute("CREATE TABLE t (name VARCHAR(20) PRIMARY KEY)");
    own.execute("INSERT INTO t VALUES ('Самарқанд')");
    var database = own.itself();
    long before = database.pid();
    database.kill();
    assertThat(database.alive()).isFalse();
    database.start();
    assertThat(database.pid()).isNotEqualTo(before);
    assertThat(own.row("SELECT name FROM t")).isEqualTo("Самарқанд");
  }

  @Test
  void isSetAsInProduction() throws SQLException {
    assertThat(own.row("SELECT @@version")).startsWith("11.4.5");
    assertThat(own.row("SELECT @@transaction_isolation")).isEqualTo("READ-COMMITTED");
    assertThat(own.row("SELECT @@innodb_snapshot_isolation")).isEqualTo("1");
    assertThat(own.row("SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
    assertThat(own.row("SELECT @@log_bin")).isEqualTo("0");
    assertThat(own.row("SELECT @@collation_database")).isEqualTo("utf8mb4_bin");
    assertThat(own.row("SELECT @@time_zone")).isEqualTo("+00:00");
    assertThat(own.row("SELECT @@bind_address")).isEqualTo("127.0.0.1");
  }

  @Test
  void givesTheApplicationItsSchemaAndNothingElse() {
    assertThatThrownBy(() -> own.row("SELECT user FROM mysql.user")).hasMessageContaining("denied");
    assertThatThrownBy(() -> own.execute("CREATE DATABASE other")).hasMessageContaining("denied");
  }
}
