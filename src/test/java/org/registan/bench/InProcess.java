package org.registan.bench;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.registan.exchange.TheExchange;
import org.registan.kernel.Actor;
import org.registan.record.RecordTypes;
import org.registan.stand.Cast;
import org.registan.stand.Stand;
import org.registan.stand.StandResource;

/** The measurements beside which the application runs in the same JVM; begun by the benchmark. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class InProcess {

  /** So many denials come in by the front door. */
  private static final int ORIGINALS = 400;

  private static final String READER = "KAZ";
  private static final String FLIPPING = "PAK";

  @Inject RecordTypes types;

  private final Stand stand = Stand.current();
  private final Plain plain = new Plain();
  private final Duration time = Duration.ofSeconds(Integer.getInteger("bench.seconds", 6));
  private final Results results = Results.begin(Path.of(System.getProperty("bench.results", "")));

  @Test
  void everySizeInItsTurn() throws SQLException, InterruptedException {
    if (Boolean.getBoolean("bench.lists")) {
      consult();
      return;
    }
    var began = System.nanoTime();
    new Population(stand, application()).enter(ORIGINALS);
    said(began, ORIGINALS, "through the front door");
    var multiplication = new Multiplication(stand.database());
    for (var size : System.getProperty("bench.records", "").split(",", -1)) {
      var records = Integer.parseInt(size.strip());
      began = System.nanoTime();
      multiplication.grow(records);
      said(began, records, "denials are there");
      check();
      measure(records);
    }
    new Matrices(plain, new TheExchange(types.named("1540-matrix")), time).measure(results);
    new Searching(Integer.getInteger("bench.documents", 100_000), time).measure(results);
    consult();
  }

  private void consult() {
    var entries = Integer.getInteger("bench.entries", 20_000);
    var exchange = new TheExchange(types.named("control-list"));
    new Consulting(plain, exchange, entries, time)
        .measure(results, Integer.getInteger("bench.editions", 200));
  }

  private void measure(int records) {
    var exchange = new TheExchange(types.named("denial"));
    var reader = actor(READER, "officer");
    var reading = new Reading(plain, exchange, reader, time);
    reading.pages(results, records, 50);
    reading.pages(results, records, 200);
    plan(records, exchange, reader);
    reading.single(results, records);
    reading.feed(results, records);
    wire(records, exchange, reader);
    var notifying =
        new Notifying(plain, exchange, actor("UZB", "officer"), actor("UZB", "releaser"));
    notifying.race(results, records, time);
    new Releasing(plain, stand.database(), types.named("denial"), FLIPPING, notifying)
        .measure(results, records, time);
    results
        .row("heap of all in this JVM", records)
        .put("said", "%.0f MiB".formatted(Footprint.heap()));
    results.save();
  }

  /** A reader gets over HTTP as many as the tables show it. */
  private void check() {
    var shown =
        plain.number(
            """
            SELECT COUNT(*) FROM visible v JOIN gate g ON g.owner = v.owner AND g.rtype = v.rtype
            JOIN doc d ON d.record = v.record AND d.layer = v.level
            JOIN record r ON r.id = v.record
            WHERE v.recipient = ? AND v.rtype = 'denial' AND v.level >= 2
              AND v.from_gen <= g.generation AND v.to_gen > g.generation AND r.status <> 'DRAFT'
            """,
            READER);
    var read = new Wire(application(), stand, READER).count();
    if (read != shown) {
      throw new IllegalStateException("%s reads %d of %d".formatted(READER, read, shown));
    }
    for (var table : List.of("ledger", "visible")) {
      if (plain.number("SELECT COUNT(*) FROM " + table) == 0) {
        throw new IllegalStateException(table + " is empty");
      }
    }
    System.out.printf("bench: %s reads %d denials, as many as there are%n", READER, read);
  }

  /** What our own statement of a list reads, as the optimiser means to and as it does. */
  private void plan(int records, TheExchange exchange, Actor reader) {
    var sql =
        StatementTimes.of(() -> exchange.list(reader, Reading.ALL, 50)).keySet().stream()
            .filter(it -> it.startsWith("SELECT STRAIGHT_JOIN v.record"))
            .findFirst()
            .orElseThrow();
    var values =
        Map.of(
            ":reader", "'" + READER + "'",
            ":type", "'denial'",
            ":now", "UTC_TIMESTAMP(3)",
            ":limit", "51");
    for (var each : values.entrySet()) {
      sql = sql.replace(each.getKey(), each.getValue());
    }
    var row = results.row("our list's statement", records);
    var plan = plain.plan(sql);
    row.put("sql", sql).set("plan", plan);
    row.put("said", "rows read: " + read(plan));
    results.save();
  }

  private static String read(com.fasterxml.jackson.databind.node.ArrayNode plan) {
    var said = new StringBuilder();
    plan.forEach(it ->
        said.append(it.path("table").asText())
            .append(' ')
            .append(it.path("r_rows").asText())
            .append(" (")
            .append(it.path("rows").asText())
            .append(" estimated) "));
    return said.toString().strip();
  }

  private void wire(int records, TheExchange exchange, Actor reader) {
    var wire = new Wire(application(), stand, READER);
    var outcome =
        Race.run(() -> wire.list(50), () -> () -> exchange.list(reader, Reading.ALL, 50), time);
    results.race(
        "HTTP beside the service, page of 50", records, outcome, "GET /v1/denials?limit=50");
    results.save();
  }

  private static Actor actor(String participant, String role) {
    var person = Cast.read().people(participant, role).getFirst();
    return new Actor(participant, person.agency(), Set.of(role), "bench-" + role, null);
  }

  private static URI application() {
    return URI.create("http://127.0.0.1:" + RestAssured.port);
  }

  private static void said(long began, int number, String what) {
    System.out.printf(
        "bench: %d %s after %d s%n", number, what, (System.nanoTime() - began) / 1_000_000_000L);
  }
}
