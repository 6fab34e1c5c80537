package org.registan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.registan.As;
import org.registan.approval.TheDesk;
import org.registan.controllist.Editions;
import org.registan.controllist.TheLists;
import org.registan.exchange.TheExchange;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.ledger.Seen;

/**
 * A long list of one state in many editions, each made of the one before by operations and notified
 * to everyone; what a partner asks of it, beside plain JDBC that reads the blocks of entries that
 * the answer is made of and writes the same into the logs.
 */
final class Consulting {

  private static final String OWNER = "PAK";
  private static final String LIST = "BENCH";
  private static final LocalDate BEGIN = LocalDate.of(2009, 1, 1);
  private static final int DAYS = 30;
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final String REASON = "In the gazette";

  private static final String DIFFERING =
      """
      SELECT b.id, b.body FROM (SELECT block FROM edition_block WHERE record IN (?, ?)
        GROUP BY block HAVING COUNT(*) = 1) d STRAIGHT_JOIN entry_block b ON b.id = d.block
      """;

  private static final String AS_OF =
      """
      SELECT STRAIGHT_JOIN b.id, b.body FROM (
        SELECT STRAIGHT_JOIN v.record FROM visible v FORCE INDEX (PRIMARY)
        JOIN record_key l ON l.record = v.record AND l.name = 'list' AND l.value = ?
        JOIN record_key f ON f.record = v.record AND f.name = 'effectiveFrom' AND f.value <= ?
        WHERE v.recipient = ? AND v.rtype = 'control-list' AND v.status = 'NOTIFIED' AND v.level >= 3
        ORDER BY f.value DESC LIMIT 1) n
      JOIN entry_code c ON c.code = ? JOIN edition_block e ON e.block = c.block AND e.record = n.record
      JOIN entry_block b ON b.id = e.block
      """;

  private static final String UNDER =
      """
      SELECT STRAIGHT_JOIN b.id, b.body FROM entry_code c JOIN edition_block e ON e.block = c.block
      JOIN entry_block b ON b.id = e.block WHERE c.code = ? AND e.record = ?
      """;

  private static final String ALL =
      """
      SELECT b.id, b.body FROM edition_block e JOIN entry_block b ON b.id = e.block
      WHERE e.record = ? ORDER BY e.n
      """;

  private static final String LIKE =
      """
      SELECT b.id, b.body FROM edition_block e JOIN entry_block b ON b.id = e.block
      WHERE e.record = ? AND b.body LIKE ? ORDER BY e.n
      """;

  private final Plain plain;
  private final TheExchange exchange;
  private final TheLists lists = new TheLists(LIST);
  private final TheDesk desk = new TheDesk();
  private final Actor officer = someone(OWNER, Role.OFFICER);
  private final Actor releaser = someone(OWNER, Role.RELEASER);
  private final Actor reader = someone("KAZ", Role.OFFICER);
  private final Duration time;
  private final int size;
  private final Statute statute;
  private final List<String> editions = new ArrayList<>();

  Consulting(Plain plain, TheExchange exchange, int size, Duration time) {
    this.plain = plain;
    this.exchange = exchange;
    this.time = time;
    this.size = size;
    this.statute = new Statute(size);
  }

  /** Somebody real, whom a stream finds admitted for as long as it lasts. */
  private static Actor someone(String participant, String role) {
    var me = As.the(participant, role).get("/v1/me");
    return new Actor(participant, me.path("agency"), Set.of(role), me.path("account"), null);
  }

  void measure(Results results, int count) {
    Editions.policy(OWNER, Editions.EVERYONE);
    var base = first(results);
    var began = System.nanoTime();
    for (int n = 1; n < count; n++) {
      base = next(base, n);
    }
    results.row("lists: an edition by operations", size).put("said", each(began, count - 1));
    plain.act(connection ->
        connection
            .createStatement()
            .execute("ANALYZE TABLE edition_block, entry_block, entry_code"));
    changes(results, "changes, neighbours", editions.get(count / 2 - 1), editions.get(count / 2));
    changes(results, "changes, first and last", editions.getFirst(), editions.getLast());
    asOf(results);
    whole(results);
    searches(results);
    received(results);
  }

  private static String each(long began, int times) {
    return "%.2f s each, drafted, changed, proposed and approved"
        .formatted((System.nanoTime() - began) / 1e9 / times);
  }

  private Seen first(Results results) {
    var file = Json.write(statute.first()).getBytes(UTF_8);
    var draft = exchange.draft(officer, content(0, ""));
    var filled =
        weighed(results, "JSON, first", file, () -> lists.fill(officer, draft, JSON, file));
    return notified(filled);
  }

  private Seen next(Seen base, int n) {
    var reference = Json.parse(base.json()).path("reference").asText();
    var more = "\"base\": \"%s\",".formatted(reference);
    var draft = exchange.draft(officer, content(n, more));
    return notified(lists.operate(officer, draft, statute.amendments()));
  }

  private static LocalDate day(int n) {
    return BEGIN.plusDays((long) n * DAYS);
  }

  private static JsonNode content(int n, String more) {
    return Json.parse(Editions.edition(LIST, day(n).toString(), more));
  }

  private Seen notified(Seen draft) {
    desk.approve(releaser, exchange.proposeToNotify(officer, draft, REASON));
    editions.add(draft.id().toString());
    return draft;
  }

  private void changes(Results results, String what, String from, String to) {
    var log = LogRows.of(plain, () -> lists.changes(reader, from, to));
    var told = lists.changes(reader, from, to);
    var found = Json.parse(new String(told, UTF_8)).path("changes");
    Plain.Work<List<String>> work = work(log, DIFFERING, from, to);
    requireThere(found, String.join("\n", plain.act(work)));
    race(results, what, () -> lists.changes(reader, from, to), work, DIFFERING)
        .accept(
            "%d changes, %.2f MB; %d blocks"
                .formatted(found.size(), told.length / 1e6, plain.act(work).size()));
  }

  /** All that changed stands in what the plain side read. */
  private static void requireThere(JsonNode changes, String bodies) {
    for (var change : changes) {
      for (var side : List.of("from", "to")) {
        if (change.has(side) && !bodies.contains(Json.canonical(change.path(side)))) {
          throw new IllegalStateException("not read by both: " + change.path(side));
        }
      }
    }
    if (changes.isEmpty()) {
      throw new IllegalStateException("nothing changed");
    }
  }

  private void asOf(Results results) {
    var day = day(editions.size() / 2).plusDays(1);
    var edition = editions.get(editions.size() / 2);
    var turn = new int[2];
    Supplier<String> ours = () -> statute.code(turn[0]++);
    Supplier<String> theirs = () -> statute.code(turn[1]++);
    var code = statute.code(0);
    var status = LogRows.of(plain, () -> lists.status(reader, code, day));
    requireCode(lists.status(reader, code, day), code);
    var values = new Object[] {LIST, day.toString(), reader.participant()};
    race(
            results,
            "status of a code on a day",
            () -> lists.status(reader, ours.get(), day),
            connection ->
                work(status, AS_OF, values[0], values[1], values[2], theirs.get()).on(connection),
            AS_OF)
        .accept("");
    var read = LogRows.of(plain, () -> lists.entries(reader, edition, code));
    requireCode(lists.entries(reader, edition, code), code);
    race(
            results,
            "entries of a code",
            () -> lists.entries(reader, edition, ours.get()),
            connection -> work(read, UNDER, theirs.get(), edition).on(connection),
            UNDER)
        .accept("");
  }

  private static void requireCode(byte[] answer, String code) {
    if (!new String(answer, UTF_8).contains("\"code\":\"" + code + "\"")) {
      throw new IllegalStateException(code + " is not in " + new String(answer, UTF_8));
    }
  }

  private void whole(Results results) {
    var edition = editions.getLast();
    var log = LogRows.of(plain, () -> lists.whole(reader, edition, LINES));
    var lines = lists.whole(reader, edition, LINES).length;
    race(
            results,
            "a whole edition as lines",
            () -> lists.whole(reader, edition, LINES),
            work(log, ALL, edition),
            ALL)
        .accept("%.1f MB".formatted(lines / 1e6));
  }

  private void searches(Results results) {
    var day = day(editions.size());
    var words = "pumps nickel guidance";
    var began = System.nanoTime();
    lists.found(reader, day, words);
    results
        .row("lists: first search, cold index", size)
        .put("said", "%.2f s".formatted((System.nanoTime() - began) / 1e9));
    search(results, "entries with a rare word", "%No. 77%", () -> lists.found(reader, day, "77"));
    search(
        results,
        "entries with three words",
        "%pumps%nickel%guidance%",
        () -> lists.found(reader, day, words));
    var code = statute.code(1).substring(0, 4);
    search(
        results,
        "entries under a code",
        "%\"code\":\"" + code + "%",
        () -> lists.filtered(reader, day, code));
  }

  private void search(Results results, String what, String like, Runnable ours) {
    var log = LogRows.of(plain, ours);
    race(results, what, ours, work(log, LIKE, editions.getLast(), like), LIKE).accept("");
  }

  /** Whole editions come in once more, and are thrown away. */
  private void received(Results results) {
    var lines =
        new String(lists.whole(officer, editions.getLast(), LINES), UTF_8).strip().split("\n", 0);
    var items = String.join(",", List.of(lines).subList(0, lines.length - 1));
    put(results, "JSON", JSON, ("{\"items\":[" + items + "]}").getBytes(UTF_8));
    put(results, "CSV", CSV, lists.whole(officer, editions.getLast(), CSV));
  }

  private void put(Results results, String what, String mediaType, byte[] file) {
    var draft =
        exchange.draft(
            officer, content(editions.size() + (what.equals(CSV) ? 2 : 1) + what.length(), ""));
    weighed(results, what, file, () -> lists.fill(officer, draft, mediaType, file));
  }

  private Seen weighed(Results results, String what, byte[] file, Supplier<Seen> work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var heap = Footprint.heap();
    ManagementFactory.getMemoryPoolMXBeans().forEach(it -> it.resetPeakUsage());
    var before = threads.getCurrentThreadAllocatedBytes();
    var began = System.nanoTime();
    var done = work.get();
    var seconds = (System.nanoTime() - began) / 1e9;
    var allocated = (threads.getCurrentThreadAllocatedBytes() - before) / 1048576.0;
    results
        .row("lists: a whole edition as " + what, size)
        .put(
            "said",
            "%.2f s for %.1f MB; allocates %.0f MiB in all; heap before %.0f MiB, at most %.0f with what is not collected yet"
                .formatted(seconds, file.length / 1e6, allocated, heap, Footprint.heapPeak()));
    results.save();
    return done;
  }

  private Plain.Work<List<String>> work(LogRows log, String sql, Object... values) {
    return connection -> {
      var bodies = bodies(connection, sql, values);
      log.insert(connection);
      return bodies;
    };
  }

  private static List<String> bodies(Connection connection, String sql, Object... values)
      throws SQLException {
    var bodies = new ArrayList<String>();
    try (var statement = Plain.bound(connection, sql, values);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        bodies.add(rows.getString(2));
      }
    }
    if (bodies.isEmpty()) {
      throw new IllegalStateException("nothing is found");
    }
    return bodies;
  }

  private java.util.function.Consumer<String> race(
      Results results, String what, Runnable ours, Plain.Work<List<String>> work, String sql) {
    var outcome = Race.of(ours, () -> plain.act(work), time);
    var row = results.race("lists: " + what, size, outcome, sql + "; " + LogRows.INSERT);
    Results.statements(row, 1, ours);
    return said -> {
      row.put("said", said);
      results.save();
    };
  }
}
