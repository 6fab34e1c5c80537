package org.registan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.registan.As;
import org.registan.exchange.TheExchange;
import org.registan.implementation.TheMatrices;
import org.registan.kernel.Actor;
import org.registan.kernel.Role;

/** The Committee with a full matrix of each of 193 states: all of them, one row, a workbook. */
final class Matrices {

  private static final int STATES = 193;
  private static final int PAGE = 50;
  private static final String ROW = "OP3cd.5";

  private static final String ALL =
      """
      SELECT STRAIGHT_JOIN v.record, v.level, d.rev, d.at, d.body
      FROM visible v FORCE INDEX (PRIMARY)
      JOIN doc d ON d.record = v.record AND d.layer = v.level
      WHERE v.recipient = ? AND v.rtype = '1540-matrix' AND v.status <> 'DRAFT'
      ORDER BY v.sort_date DESC, v.record DESC
      """;

  private static final String ONE_ROW =
      """
      SELECT n.owner, n.record, r.reference, n.sort_date, f.col, f.value, f.sources, f.remarks
      FROM (SELECT v.owner, v.record, v.sort_date FROM visible v FORCE INDEX (PRIMARY)
        WHERE v.recipient = ? AND v.rtype = '1540-matrix' AND v.status <> 'DRAFT' AND v.level = 3
        ORDER BY v.owner LIMIT ?) n
      JOIN record r ON r.id = n.record JOIN matrix_field f ON f.record = n.record AND f.row_key = ?
      ORDER BY n.owner
      """;

  private final Plain plain;
  private final TheExchange exchange;
  private final TheMatrices matrices = new TheMatrices();
  private final Actor reader;
  private final Duration time;

  Matrices(Plain plain, TheExchange exchange, Duration time) {
    this.plain = plain;
    this.exchange = exchange;
    this.reader = expert();
    this.time = time;
  }

  /** Somebody of the Committee whom a stream finds admitted for as long as it lasts. */
  private static Actor expert() {
    var me = As.the("UN1540", "expert").get("/v1/me");
    return new Actor("UN1540", me.path("agency"), Set.of(Role.EXPERT), me.path("account"), null);
  }

  void measure(Results results) {
    var original = TheMatrices.full("UZB");
    plain.act(connection -> spread(connection, original));
    bulk(results);
    oneRow(results);
    workbook(results, original);
  }

  private void bulk(Results results) {
    var log = LogRows.of(plain, () -> exchange.lines(reader, Reading.ALL));
    Plain.Work<byte[]> work =
        connection -> {
          var found = new ArrayList<PlainViews.Row>();
          try (var statement = Plain.bound(connection, ALL, reader.participant());
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(PlainViews.Row.of(rows, 1));
            }
          }
          log.insert(connection);
          return (String.join("\n", PlainViews.texts(connection, found)) + "\n").getBytes(UTF_8);
        };
    Reading.same(withoutEnd(exchange.lines(reader, Reading.ALL)), plain.act(work));
    var outcome = Race.of(() -> exchange.lines(reader, Reading.ALL), () -> plain.act(work), time);
    results
        .race("bulk pull of 193 matrices", STATES, outcome, ALL + "; " + LogRows.INSERT)
        .put("said", "%.1f MB".formatted(plain.act(work).length / 1e6));
    results.save();
  }

  /** Without the line that says how many there were. */
  private static byte[] withoutEnd(byte[] lines) {
    var text = new String(lines, UTF_8);
    return text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1).getBytes(UTF_8);
  }

  private void oneRow(Results results) {
    var log = LogRows.of(plain, () -> matrices.row(reader, ROW, PAGE));
    Plain.Work<byte[]> work =
        connection -> {
          var bytes = plainRow(connection);
          log.insert(connection);
          return bytes;
        };
    Reading.same(matrices.row(reader, ROW, PAGE), plain.act(work));
    var outcome = Race.of(() -> matrices.row(reader, ROW, PAGE), () -> plain.act(work), time);
    var row =
        results.race(
            "one row of 50 of 193 states", STATES, outcome, ONE_ROW + "; " + LogRows.INSERT);
    row.set("plan", plain.plan(ONE_ROW, reader.participant(), PAGE, ROW));
    Results.statements(row, PAGE, () -> matrices.row(reader, ROW, PAGE));
    results.save();
  }

  private byte[] plainRow(Connection connection) throws SQLException {
    var items = new ArrayList<String>();
    var fields = new HashMap<String, String>();
    var head = "";
    try (var statement = Plain.bound(connection, ONE_ROW, reader.participant(), PAGE, ROW);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var next =
            "{\"owner\":\"%s\",\"matrix\":\"%s\",\"reference\":\"%s\",\"submitted\":\"%s\""
                .formatted(
                    rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
        if (!next.equals(head)) {
          add(items, head, fields);
          head = next;
        }
        fields.put(
            rows.getString(5),
            "{\"column\":\"%s\",\"value\":\"%s\",\"sources\":%s,\"remarks\":%s}"
                .formatted(
                    rows.getString(5), rows.getString(6), rows.getString(7), rows.getString(8)));
      }
    }
    add(items, head, fields);
    return ("{\"items\":[" + String.join(",", items) + "]}").getBytes(UTF_8);
  }

  private void add(List<String> items, String head, Map<String, String> fields) {
    if (!head.isEmpty()) {
      var said = matrices.columns(ROW).stream().map(fields::get).toList();
      items.add(head + ",\"fields\":[" + String.join(",", said) + "]}");
      fields.clear();
    }
  }

  private void workbook(Results results, String id) {
    var view = new String(exchange.one(reader, id), UTF_8);
    var outcome = Race.of(() -> matrices.workbook(view), () -> exchange.one(reader, id), time);
    var row = results.row("a full matrix as a workbook", 1);
    Results.put(row, "ours", outcome.ours());
    row.put(
        "said",
        "%.1f a second, each of %d KB; reading it as JSON takes %.1f ms"
            .formatted(
                1000 / outcome.ours().median(),
                matrices.workbook(view).length / 1000,
                outcome.plain().median()));
    results.save();
  }

  /** Gives each of so many states a copy of it, released to the Committee as the original is. */
  private static boolean spread(Connection connection, String original) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET foreign_key_checks = 0");
      for (int n = 1; n < STATES; n++) {
        statement.execute("SET @state = 'B%03d'".formatted(n));
        statement.execute(
            "SET @original = '%s', @copy = '%s'".formatted(original, UUID.randomUUID()));
        for (var copying : COPIES) {
          statement.execute(copying);
        }
      }
      statement.execute("SET foreign_key_checks = 1");
      statement.execute("ANALYZE TABLE record, doc, visible, matrix_field, version");
    }
    return true;
  }

  private static final List<String> COPIES =
      List.of(
          "INSERT INTO gate (owner, rtype, generation) SELECT @state, g.rtype, g.generation"
              + " FROM gate g JOIN record r ON r.owner = g.owner AND r.rtype = g.rtype"
              + " WHERE r.id = @original",
          "INSERT INTO record SELECT @copy, @state, rtype, agency, CONCAT(@state, '-2026-MATRIX1'),"
              + " status, held, sort_date, version, content, life, changed_seq FROM record"
              + " WHERE id = @original",
          "INSERT INTO version SELECT @copy, n, core_rev, detail_rev, owner_rev, at, act, account,"
              + " agency, reason FROM version WHERE record = @original",
          "INSERT INTO doc SELECT @copy, layer, rev, at, REPLACE(body, '\"owner\":\"UZB\"',"
              + " CONCAT('\"owner\":\"', @state, '\"')) FROM doc WHERE record = @original",
          "INSERT INTO record_key SELECT @copy, name, value, layer FROM record_key"
              + " WHERE record = @original",
          "INSERT INTO matrix_field SELECT @copy, section, row_key, col, value, sources, remarks"
              + " FROM matrix_field WHERE record = @original",
          "INSERT INTO visible (recipient, rtype, sort_date, record, from_gen, since, to_gen,"
              + " until, level, owner, status, given) SELECT recipient, rtype, sort_date, @copy,"
              + " from_gen, since, to_gen, until, level, @state, status, given FROM visible"
              + " WHERE record = @original AND recipient = 'UN1540'");
}
