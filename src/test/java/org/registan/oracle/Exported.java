package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.registan.record.Cells;
import org.registan.record.Layout;
import org.registan.record.Line;

/** Streams as their receiver reads them. */
final class Exported {

  private static final CSVFormat CSV = CSVFormat.RFC4180;

  private Exported() {}

  /** The views of a stream of lines, by id; it must say itself that it is whole. */
  static Map<String, JsonNode> lines(Reader reader) {
    var lines = reader.as().accept("application/x-ndjson").get("/v1/denials").asString().lines();
    var all = lines.map(Json::parse).toList();
    var views = new TreeMap<String, JsonNode>();
    all.subList(0, all.size() - 1).forEach(it -> views.put(it.path("id").asText(), it));
    if (all.getLast().path("count").asInt(-1) != views.size()) {
      throw new AssertionError("not whole: " + all.getLast());
    }
    return views;
  }

  /** What a table says of each record, by reference, beside what frames it. */
  static Map<String, ObjectNode> table(Reader reader, Layout layout) {
    var text = reader.as().accept("text/csv").get("/v1/denials").asString();
    var contents = new TreeMap<String, ObjectNode>();
    byReference(text)
        .forEach((name, rows) -> contents.put(name, layout.gather(rows, Map.of()).content()));
    return contents;
  }

  /** Views as the text of a table. */
  static String text(Layout layout, List<? extends JsonNode> views) {
    var text = new StringWriter();
    try (var printer = new CSVPrinter(text, CSV)) {
      printer.printRecord(layout.names());
      for (var view : views) {
        for (var row : layout.rows(view).toList()) {
          printer.printRecord(row.stream().map(it -> it == null ? null : Cells.inert(it)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static List<ObjectNode> gathered(Layout layout, String text) {
    return byReference(text).values().stream()
        .map(rows -> layout.gather(rows, Map.of()).content())
        .toList();
  }

  private static Map<String, List<Line>> byReference(String text) {
    var records = new TreeMap<String, List<Line>>();
    try (var rows =
        CSVParser.parse(
            new StringReader(text), CSV.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (var row : rows) {
        var cells = new LinkedHashMap<String, String>();
        row.toMap()
            .forEach((name, cell) -> {
              if (!cell.isEmpty()) {
                cells.put(name, Cells.original(cell));
              }
            });
        records
            .computeIfAbsent(row.get("reference"), it -> new ArrayList<>())
            .add(new Line((int) row.getRecordNumber(), cells));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }
}
