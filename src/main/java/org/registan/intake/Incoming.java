package org.registan.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.registan.record.Line;
import org.registan.web.Fault;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** A file as it comes in, row by row; never more of it at hand than one row. */
final class Incoming {

  static final int MOST_ROWS = 50_000;

  /** Stands for cells beyond the heading. */
  static final String BEYOND = "";

  private static final Pattern JSON_COUNT = Pattern.compile("\"count\":\\s*([0-9]{1,9})\\b");

  /** What only exports say of a record; in texts, quotes are escaped. */
  private static final Pattern EXPORTED = Pattern.compile("\"disclosure\"\\s*:");

  /** What is a name of a column rather than what stands in one. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} ._-]{1,60}");

  private static final Pattern OTHERWISE_SEPARATED = Pattern.compile("[;\t]");

  private static final ProblemType TOO_MANY =
      new ProblemType("too-many-rows", 422, "A file has at most 50,000 rows");

  private final Format format;
  private final Consumer<Line> sink;
  private int row;
  private int taken;

  private Incoming(Format format, Consumer<Line> sink) {
    this.format = format;
    this.sink = sink;
  }

  /** Reads to the end; how many rows there were. */
  static int read(InputStream in, Format format, Consumer<Line> sink) {
    var incoming = new Incoming(format, sink);
    try {
      incoming.read(new RowReader(new InputStreamReader(in, UTF_8.newDecoder())));
      return incoming.taken;
    } catch (CharacterCodingException e) {
      throw incoming.refused("is not UTF-8");
    } catch (CSVException e) {
      throw incoming.refused("is not CSV as RFC 4180 has it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(RowReader in) throws IOException {
    in.skipMark();
    try {
      if (format.columns().isEmpty()) {
        lines(in);
      } else {
        table(in);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (taken == 0) {
      throw refused("has no rows");
    }
  }

  private void lines(RowReader in) throws IOException {
    var reader = new BufferedReader(in);
    var exported = false;
    var ended = false;
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      row++;
      in.nextRow();
      if (ended && !line.isBlank()) {
        throw refused("goes on after its end");
      }
      if (line.startsWith("{\"end\":")) {
        ended = true;
        requireWhole(line);
      } else if (!line.isBlank()) {
        exported |= EXPORTED.matcher(line).find();
        take(Map.of(JsonLines.TEXT, line));
      }
    }
    if (exported && !ended) {
      throw refused("lacks the line with which an export ends, so it may have been cut off");
    }
  }

  /** An export that lost some of its lines is not moved in as if it were whole. */
  private void requireWhole(String end) {
    var count = JSON_COUNT.matcher(end);
    if (count.find() && !count.group(1).equals(Integer.toString(taken))) {
      throw refused("ends after %d records, and says it has another number".formatted(taken));
    }
  }

  private void table(RowReader in) throws IOException {
    var csv = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    List<String> heading = List.of();
    try (var records = csv.parse(in)) {
      for (var record : records) {
        row++;
        in.nextRow();
        if (heading.isEmpty()) {
          heading = heading(record);
        } else if (record.stream().anyMatch(it -> !it.isBlank())) {
          take(cells(heading, record));
        }
      }
    }
  }

  private List<String> heading(CSVRecord record) {
    var heading = record.stream().map(String::strip).toList();
    if (heading.size() == 1 && OTHERWISE_SEPARATED.matcher(heading.getFirst()).find()) {
      throw refused("has to have its columns separated by commas");
    }
    var faults = new ArrayList<Fault>();
    var seen = new HashSet<String>();
    var named = heading.stream().anyMatch(format.columns()::contains);
    for (int i = 0; i < heading.size(); i++) {
      var name = named ? heading.get(i) : "";
      if (!format.columns().contains(name)) {
        faults.add(Fault.at("", "%s is not one of this layout".formatted(named(i, name))));
      } else if (!seen.add(name)) {
        faults.add(Fault.at("", "%s is there twice".formatted(named(i, name))));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return heading;
  }

  /**
   * A column by its number and, where that is fit to be read, by what it is called; the first row
   * of a file without a heading is none, and nothing of it is said.
   */
  private static String named(int at, String name) {
    return NAME.matcher(name).matches()
        ? "column %d (%s)".formatted(at + 1, name)
        : "column %d".formatted(at + 1);
  }

  private static Map<String, String> cells(List<String> heading, CSVRecord record) {
    var cells = new LinkedHashMap<String, String>();
    for (int i = 0; i < record.size(); i++) {
      var cell = record.get(i).replace("\r\n", "\n");
      if (!cell.isBlank()) {
        cells.put(i < heading.size() ? heading.get(i) : BEYOND, cell);
      }
    }
    return cells;
  }

  private void take(Map<String, String> cells) {
    if (++taken > MOST_ROWS) {
      throw Problem.of(TOO_MANY, "Row %d is one too many.".formatted(row));
    }
    sink.accept(new Line(row, cells));
  }

  private Problem refused(String detail) {
    var where = row < 2 ? "" : " (after row %d)".formatted(row);
    return Problem.invalid(List.of(Fault.at("", detail + where)));
  }
}
