package org.registan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.registan.kernel.Json;

/** What was measured: kept in a file as it comes, told as a table at the end. */
final class Results {

  private final Path file;
  private final ArrayNode rows;

  private Results(Path file, ArrayNode rows) {
    this.file = file;
    this.rows = rows;
  }

  static Results begin(Path file) {
    return new Results(file, Json.MAPPER.createArrayNode());
  }

  /** Goes on with what is in the file. */
  static Results resume(Path file) {
    try {
      return new Results(
          file, (ArrayNode) Json.MAPPER.readTree(Files.readString(file)).path("rows"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of one thing at a size, to be filled and then saved. */
  ObjectNode row(String name, int records) {
    return rows.addObject().put("name", name).put("records", records);
  }

  /** A race, with what the plain side ran. */
  ObjectNode race(String name, int records, Race.Outcome outcome, String sql) {
    var row = row(name, records);
    put(row, "ours", outcome.ours());
    put(row, "plain", outcome.plain());
    row.put("ratio", round(outcome.plain().median() / outcome.ours().median()));
    return row.put("sql", sql.strip().replaceAll("\\s+", " "));
  }

  static void put(ObjectNode row, String side, Timing timing) {
    row.putObject(side)
        .put("times", timing.times())
        .put("medianMs", round(timing.median()))
        .put("p95Ms", round(timing.p95()));
  }

  /** What the application waits for when it does something: each statement, the longest first. */
  static void statements(ObjectNode row, int times, Runnable work) {
    var told = row.putArray("statements");
    var sum = Json.object().put("times", 0.0).put("ms", 0.0).put("sql", "all");
    told.add(sum);
    StatementTimes.of(
            () -> {
              for (int i = 0; i < times; i++) {
                work.run();
              }
            })
        .forEach((sql, time) -> {
          var each = time.times() / (double) times;
          var ms = time.nanos() / 1e6 / times;
          told.addObject().put("times", round(each)).put("ms", round(ms)).put("sql", sql);
          sum.put("times", round(sum.path("times").asDouble() + each));
          sum.put("ms", round(sum.path("ms").asDouble() + ms));
        });
  }

  static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  void save() {
    try {
      var all = Json.object();
      all.set("rows", rows);
      Files.writeString(
          file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void print(PrintStream out) {
    out.printf(
        "%n%-34s %8s %10s %10s %10s %10s %6s%n",
        "what", "records", "ours ms", "p95", "plain ms", "p95", "ratio");
    rows.forEach(it -> print(out, it));
    out.println("ratio: plain ms / ours ms; 1.0 is as fast as plain JDBC");
    rows.forEach(it -> printGrowth(out, it));
    rows.forEach(it -> printSql(out, it));
  }

  /** How much longer the same takes on more records than on the fewest. */
  private void printGrowth(PrintStream out, JsonNode row) {
    var fewest =
        rows.valueStream().filter(it -> it.path("name").equals(row.path("name"))).findFirst();
    var before = fewest.orElse(row);
    if (!before.equals(row) && row.has("ours")) {
      out.printf(
          "%s: on %s records %.2f times as long as on %s%n",
          row.path("name").asText(),
          row.path("records").asText(),
          row.at("/ours/medianMs").asDouble() / before.at("/ours/medianMs").asDouble(),
          before.path("records").asText());
    }
  }

  /** What the plain side ran, and how the database went about it. */
  private static void printSql(PrintStream out, JsonNode row) {
    if (row.has("sql")) {
      out.printf(
          "%n%s, %s records: %s%n",
          row.path("name").asText(), row.path("records").asText(), row.path("sql").asText());
      for (var step : row.path("plan")) {
        out.printf(
            "  %s by %s: %s rows meant, %s read; %s%n",
            step.path("table").asText(),
            step.path("key").asText(),
            step.path("rows").asText(),
            step.path("r_rows").asText(),
            step.path("Extra").asText());
      }
    }
  }

  private static void print(PrintStream out, JsonNode row) {
    var ours = row.path("ours");
    var plain = row.path("plain");
    out.printf(
        "%-34s %8s %10s %10s %10s %10s %6s  %s%n",
        row.path("name").asText(),
        row.path("records").asText(),
        ours.path("medianMs").asText(),
        ours.path("p95Ms").asText(),
        plain.path("medianMs").asText(),
        plain.path("p95Ms").asText(),
        row.path("ratio").asText(),
        row.path("said").asText());
  }
}
