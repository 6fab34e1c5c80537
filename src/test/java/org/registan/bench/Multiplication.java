package org.registan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.registan.record.References;
import org.registan.stand.Database;

/**
 * Makes of the released denials that are there as many as are wanted, by statements on sets: each
 * copy has an id, a reference, persons and positions of its own, and all that the original has.
 */
final class Multiplication {

  private static final int CHUNK = 10_000;

  private record Original(String id, String owner, String reference) {}

  private final List<Original> originals = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final Database database;

  Multiplication(Database database) {
    this.database = database;
  }

  /** Copies the originals, which are all that there is at first, to so many denials. */
  void grow(int wanted) throws SQLException {
    try (var connection = database.connect()) {
      execute(connection, "SET unique_checks = 0, foreign_key_checks = 0");
      if (originals.isEmpty()) {
        originals.addAll(originals(connection));
      }
      int there = takeNote(connection);
      map(connection, there, wanted - there);
      execute(connection, "ALTER TABLE record_key DROP KEY k_value");
      for (int from = 0; from < wanted - there; from += CHUNK) {
        copy(connection, from);
      }
      execute(connection, "ALTER TABLE record_key ADD KEY k_value (name, value, record, layer)");
      execute(connection, "DROP TABLE bench_copy");
      for (var table : List.of("record", "doc", "visible", "ledger", "record_key", "version")) {
        execute(connection, "ANALYZE TABLE " + table);
      }
    }
  }

  /** Which references are taken; how many denials are out. */
  private int takeNote(Connection connection) throws SQLException {
    int out = 0;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT reference, version > 0 FROM record")) {
      while (rows.next()) {
        taken.add(rows.getString(1));
        out += rows.getInt(2);
      }
    }
    return out;
  }

  private static List<Original> originals(Connection connection) throws SQLException {
    var originals = new ArrayList<Original>();
    try (var statement =
            Plain.bound(
                connection,
                "SELECT id, owner, reference FROM record WHERE version > 0 ORDER BY id");
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        originals.add(new Original(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return originals;
  }

  /** Which record becomes which. */
  private void map(Connection connection, int there, int copies) throws SQLException {
    execute(
        connection,
        """
        CREATE TABLE bench_copy (
          n INT NOT NULL PRIMARY KEY, source UUID NOT NULL, copy UUID NOT NULL,
          reference VARCHAR(24) NOT NULL, new_reference VARCHAR(24) NOT NULL, mark CHAR(8) NOT NULL)
          COLLATE ascii_nopad_bin
        """);
    connection.setAutoCommit(false);
    try (var insert = connection.prepareStatement("INSERT INTO bench_copy VALUES (?,?,?,?,?,?)")) {
      for (int n = 0; n < copies; n++) {
        var original = originals.get(n % originals.size());
        insert.setInt(1, n);
        insert.setString(2, original.id());
        insert.setString(3, UUID.randomUUID().toString());
        insert.setString(4, original.reference());
        insert.setString(5, fresh(original));
        insert.setString(6, HexFormat.of().toHexDigits(there + n));
        insert.addBatch();
        if (n % CHUNK == CHUNK - 1) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    connection.commit();
  }

  /** One that no other has: of so many, some would be drawn twice. */
  private String fresh(Original original) {
    var year = Integer.parseInt(original.reference().substring(4, 8));
    return Stream.generate(() -> References.random(original.owner(), year))
        .filter(taken::add)
        .findFirst()
        .orElseThrow();
  }

  /** Copies all rows of some of them in one transaction. */
  private static void copy(Connection connection, int from) throws SQLException {
    for (var statement : STATEMENTS) {
      try (var prepared = Plain.bound(connection, statement, from, from + CHUNK)) {
        prepared.executeUpdate();
      }
    }
    connection.commit();
  }

  private static String each(String table, String columns, String values) {
    return ("INSERT INTO %1$s (%2$s) SELECT %3$s FROM bench_copy m JOIN %1$s t ON t.%4$s = m.source"
            + " WHERE m.n >= ? AND m.n < ? ORDER BY m.copy")
        .formatted(table, columns, values, table.equals("record") ? "id" : "record");
  }

  /** A text of the original's with what is the copy's own. */
  private static String own(String column) {
    return ("IF(LOCATE('\"$person\"', t.%1$s) = 0, REPLACE(t.%1$s, m.reference, m.new_reference),"
            + " REGEXP_REPLACE(REPLACE(t.%1$s, m.reference, m.new_reference),"
            + " '(\"\\\\$person\":\")[0-9a-f]{8}', CONCAT('\\\\1', m.mark)))")
        .formatted(column);
  }

  private static final List<String> STATEMENTS =
      List.of(
          each(
              "record",
              "id, owner, rtype, agency, reference, status, held, sort_date, version, content, life,"
                  + " changed_seq",
              "m.copy, t.owner, t.rtype, t.agency, m.new_reference, t.status, t.held, t.sort_date,"
                  + " t.version, t.content, t.life, t.changed_seq"),
          each(
              "version",
              "record, n, core_rev, detail_rev, owner_rev, at, act, account, agency, reason",
              "m.copy, t.n, t.core_rev, t.detail_rev, t.owner_rev, t.at, t.act, t.account,"
                  + " t.agency, t.reason"),
          each(
              "doc",
              "record, layer, rev, at, body",
              "m.copy, t.layer, t.rev, t.at, " + own("body")),
          each(
              "doc_history",
              "record, layer, rev, at, body",
              "m.copy, t.layer, t.rev, t.at, " + own("body")),
          each(
              "natural_person",
              "id, record, content",
              "CONCAT(m.mark, SUBSTR(t.id, 9)), m.copy, t.content"),
          each(
              "record_key",
              "record, name, value, layer",
              "m.copy, t.name, CASE WHEN t.name = 'reference' THEN m.new_reference"
                  + " WHEN t.name = 'q' AND t.value = LOWER(SUBSTR(m.reference, 10))"
                  + " THEN LOWER(SUBSTR(m.new_reference, 10)) ELSE t.value END, t.layer"),
          each("record_link", "record, target, relation", "m.copy, t.target, t.relation"),
          each(
              "deadline",
              "record, name, day, owner, rtype, done",
              "m.copy, t.name, t.day, t.owner, t.rtype, t.done"),
          each(
              "visible",
              "recipient, rtype, sort_date, record, from_gen, since, to_gen, until, level, owner,"
                  + " status",
              "t.recipient, t.rtype, t.sort_date, m.copy, t.from_gen, t.since, t.to_gen, t.until,"
                  + " t.level, t.owner, t.status"),
          each(
              "proposal",
              "id, owner, agency, type, state, record, record_if_match, content, reason,"
                  + " proposed_by, proposed_agency, proposed_at, decided_by, decided_agency,"
                  + " decided_at, comment",
              "UUID(), t.owner, t.agency, t.type, t.state, m.copy, t.record_if_match, t.content,"
                  + " t.reason, t.proposed_by, t.proposed_agency, t.proposed_at, t.decided_by,"
                  + " t.decided_agency, t.decided_at, t.comment"),
          """
          INSERT INTO ledger (recipient, position, event, rtype, record, n, level, acted, at)
          SELECT t.recipient,
            h.next - 1 + ROW_NUMBER() OVER (PARTITION BY t.recipient ORDER BY m.n, t.position),
            t.event, t.rtype, m.copy, t.n, t.level, t.acted, t.at
          FROM bench_copy m JOIN head h
          JOIN ledger t FORCE INDEX (k_record) ON t.recipient = h.recipient AND t.record = m.source
          WHERE m.n >= ? AND m.n < ?
          """,
          """
          UPDATE head h JOIN (
            SELECT t.recipient, COUNT(*) AS some FROM bench_copy m JOIN head o
            JOIN ledger t FORCE INDEX (k_record)
              ON t.recipient = o.recipient AND t.record = m.source
            WHERE m.n >= ? AND m.n < ? GROUP BY t.recipient) c ON c.recipient = h.recipient
          SET h.next = h.next + c.some
          """);

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
