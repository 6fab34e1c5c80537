package org.registan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

/** A database that is away is told from one that refuses. */
class AwayTest {

  @Test
  void aLostConnectionAndAnExhaustedPoolMeanThatItIsAway() {
    assertThat(Database.isAway(failure(new SQLException("Socket error", "08000")))).isTrue();
    assertThat(Database.isAway(failure(new SQLException("Sorry, acquisition timeout!")))).isTrue();
  }

  @Test
  void aRefusedStatementDoesNot() {
    assertThat(Database.isAway(failure(new SQLException("Unknown column", "42S22")))).isFalse();
    assertThat(Database.isAway(new IllegalStateException("ours"))).isFalse();
  }

  private static RuntimeException failure(SQLException cause) {
    return new IllegalStateException("an act", new ConnectionException(cause));
  }
}
