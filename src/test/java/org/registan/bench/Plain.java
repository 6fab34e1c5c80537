package org.registan.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.registan.kernel.Json;

/** Plain JDBC on the application's own pool. */
final class Plain {

  private final AgroalDataSource pool = Arc.container().instance(AgroalDataSource.class).get();

  /** Something done on a connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Does it in one transaction. */
  <T> T act(Work<T> work) {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      var done = work.on(connection);
      connection.commit();
      return done;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of what a query finds, as text. */
  List<String> column(String sql, Object... values) {
    return act(connection -> {
      var found = new ArrayList<String>();
      try (var statement = bound(connection, sql, values);
          var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    });
  }

  long number(String sql, Object... values) {
    return Long.parseLong(column(sql, values).getFirst());
  }

  /** What the optimiser meant to read for a query, and what was read. */
  ArrayNode plan(String sql, Object... values) {
    return act(connection -> {
      var plan = Json.MAPPER.createArrayNode();
      try (var statement = bound(connection, "ANALYZE " + sql, values);
          var rows = statement.executeQuery()) {
        while (rows.next()) {
          var step = plan.addObject();
          for (var name : List.of("table", "type", "key", "rows", "r_rows", "Extra")) {
            step.put(name, rows.getString(name));
          }
        }
      }
      return plan;
    });
  }

  static PreparedStatement bound(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
