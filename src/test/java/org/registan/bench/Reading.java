package org.registan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.registan.exchange.TheExchange;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.ledger.Query;
import org.registan.ledger.TheFeed;

/**
 * Reads with their projection, check and log, beside the same bytes made of the same rows and the
 * same entries in the log.
 */
final class Reading {

  static final Query ALL =
      new Query(List.of(), List.of(), null, null, Map.of(), Map.of(), Map.of());

  private static final int CHUNKS = 5;
  private static final int TOLD = 20;

  private static final String PAGE =
      """
      SELECT STRAIGHT_JOIN v.record, v.level, d.rev, d.at, d.body
      FROM visible v FORCE INDEX (PRIMARY)
      JOIN doc d ON d.record = v.record AND d.layer = v.level
      WHERE v.recipient = ? AND v.rtype = 'denial' AND v.status <> 'DRAFT'
      ORDER BY v.sort_date DESC, v.record DESC LIMIT ?
      """;

  private static final String ONE =
      """
      SELECT v.record, v.level, d.rev, d.at, d.body
      FROM visible v JOIN doc d ON d.record = v.record AND d.layer = v.level
      WHERE v.record = ? AND v.recipient = ?
      """;

  private static final String CHUNK =
      """
      SELECT STRAIGHT_JOIN l.position, l.event, l.at,
        CASE l.level WHEN 2 THEN x.core_rev WHEN 3 THEN x.detail_rev ELSE x.owner_rev END,
        l.record, l.level, d.rev, d.at, d.body
      FROM ledger l FORCE INDEX (PRIMARY)
      JOIN version x ON x.record = l.record AND x.n = l.n
      JOIN doc d ON d.record = l.record AND d.layer = l.level
      WHERE l.recipient = ? AND l.position > ? ORDER BY l.position LIMIT ?
      """;

  private final Plain plain;
  private final TheExchange exchange;
  private final TheFeed feed = new TheFeed();
  private final Actor reader;
  private final Duration time;

  Reading(Plain plain, TheExchange exchange, Actor reader, Duration time) {
    this.plain = plain;
    this.exchange = exchange;
    this.reader = reader;
    this.time = time;
  }

  void pages(Results results, int records, int limit) {
    var log = LogRows.of(plain, () -> exchange.list(reader, ALL, limit));
    Plain.Work<byte[]> work =
        connection -> {
          var views = PlainViews.texts(connection, rows(connection, PAGE, 1, participant(), limit));
          log.insert(connection);
          return ("{\"items\":[" + String.join(",", views) + "]}").getBytes(UTF_8);
        };
    same(exchange.list(reader, ALL, limit), plain.act(work));
    var outcome = Race.of(() -> exchange.list(reader, ALL, limit), () -> plain.act(work), time);
    var row =
        results.race("list, page of " + limit, records, outcome, PAGE + "; " + LogRows.INSERT);
    row.set("plan", plain.plan(PAGE, participant(), limit));
    Results.statements(row, TOLD, () -> exchange.list(reader, ALL, limit));
    results.save();
  }

  void single(Results results, int records) {
    var ids =
        plain.column(
            "SELECT record FROM visible WHERE recipient = ? AND rtype = 'denial' AND owner <> ?"
                + " AND level >= 2 ORDER BY record LIMIT 2000",
            participant(),
            participant());
    var log = LogRows.of(plain, () -> exchange.one(reader, ids.getFirst()));
    same(exchange.one(reader, ids.getFirst()), plain(ids.getFirst(), log));
    var turn = new int[2];
    var outcome =
        Race.of(
            () -> exchange.one(reader, ids.get(turn[0]++ % ids.size())),
            () -> plain(ids.get(turn[1]++ % ids.size()), log),
            time);
    var row = results.race("single read", records, outcome, ONE + "; " + LogRows.INSERT);
    row.set("plan", plain.plan(ONE, ids.getFirst(), participant()));
    Results.statements(row, TOLD, () -> exchange.one(reader, ids.getFirst()));
    results.save();
  }

  private byte[] plain(String id, LogRows log) {
    return plain.act(connection -> {
      var views = PlainViews.texts(connection, rows(connection, ONE, 1, id, participant()));
      log.insert(connection);
      return views.getFirst().getBytes(UTF_8);
    });
  }

  /** Streams the newest thousand changes. */
  void feed(Results results, int records) {
    var newest = CHUNKS * TheFeed.CHUNK;
    var after = feed.before(reader, newest);
    var log = LogRows.of(plain, () -> feed.lines(reader, after, 1));
    same(feed.lines(reader, after, CHUNKS), plainLines(after, log));
    var outcome =
        Race.of(() -> feed.lines(reader, after, CHUNKS), () -> plainLines(after, log), time);
    var row = results.race("feed, 1,000 changes", records, outcome, CHUNK + "; " + LogRows.INSERT);
    row.set("plan", plain.plan(CHUNK, participant(), after, TheFeed.CHUNK + 1));
    Results.statements(row, TOLD, () -> feed.lines(reader, after, CHUNKS));
    results.save();
  }

  private byte[] plainLines(long after, LogRows log) {
    var lines = new StringBuilder();
    for (int i = 0; i < CHUNKS; i++) {
      var from = after + (long) i * TheFeed.CHUNK;
      plain.act(connection -> chunk(connection, from, log, lines));
    }
    return lines.toString().getBytes(UTF_8);
  }

  private boolean chunk(Connection connection, long after, LogRows log, StringBuilder lines)
      throws SQLException {
    var heads = new ArrayList<String>();
    var found = new ArrayList<PlainViews.Row>();
    try (var statement = Plain.bound(connection, CHUNK, participant(), after, TheFeed.CHUNK);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var head =
            Json.object()
                .put("position", rows.getLong(1))
                .put("event", rows.getString(2))
                .put("recordType", "denial")
                .put("record", rows.getString(5))
                .put("at", PlainViews.instant(rows, 3).toString())
                .put("version", rows.getInt(4))
                .put("disclosure", Level.of(rows.getInt(6)).name());
        heads.add(Json.write(head));
        found.add(PlainViews.Row.of(rows, 5));
      }
    }
    var views = PlainViews.texts(connection, found);
    for (int i = 0; i < heads.size(); i++) {
      var head = heads.get(i);
      lines.append(head, 0, head.length() - 1).append(",\"view\":");
      lines.append(views.get(i)).append("}\n");
    }
    log.insert(connection);
    return true;
  }

  private String participant() {
    return reader.participant();
  }

  private static List<PlainViews.Row> rows(
      Connection connection, String sql, int first, Object... values) throws SQLException {
    var found = new ArrayList<PlainViews.Row>();
    try (var statement = Plain.bound(connection, sql, values);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(PlainViews.Row.of(rows, first));
      }
    }
    return found;
  }

  static void same(byte[] ours, byte[] theirs) {
    if (!Arrays.equals(ours, theirs)) {
      throw new IllegalStateException(
          "not the same bytes:%n%s%n%s"
              .formatted(gist(new String(ours, UTF_8)), gist(new String(theirs, UTF_8))));
    }
  }

  private static String gist(String text) {
    return text.length() + ": " + text.substring(0, Math.min(800, text.length()));
  }
}
