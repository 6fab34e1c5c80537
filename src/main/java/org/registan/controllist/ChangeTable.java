package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVPrinter;
import org.registan.record.Cells;

/** Changes as CSV (RFC 4180): a row for each, formulas made inert, the handling on every row. */
final class ChangeTable {

  private static final List<String> HEADING =
      List.of(
          "kinds",
          "from",
          "to",
          "type",
          "before",
          "after",
          "effect",
          "unconfirmed",
          "follows",
          "related",
          "label",
          "edition");

  private ChangeTable() {}

  static void write(ChangePage page, OutputStream out) throws IOException {
    var printer = new CSVPrinter(new OutputStreamWriter(out, UTF_8), CsvTable.WRITTEN);
    printer.printRecord(HEADING);
    for (var change : page.changes()) {
      printer.printRecord(
          row(change, page).stream().map(it -> it.isEmpty() ? null : Cells.inert(it)));
    }
    printer.flush();
  }

  private static List<String> row(JsonNode change, ChangePage page) {
    var there = change.has("to") ? change.path("to") : change.path("from");
    return List.of(
        list(change.path("kinds")),
        ChangePage.name(change.path("from")),
        ChangePage.name(change.path("to")),
        there.path("type").asText(),
        text(change.path("from")),
        text(change.path("to")),
        change.path("effect").asText(),
        change.path("unconfirmed").asText(),
        change.path("follows").asText(),
        list(change.path("related")),
        page.handling(),
        page.reference());
  }

  private static String list(JsonNode values) {
    return values.valueStream().map(JsonNode::asText).collect(Collectors.joining("\n"));
  }

  private static String text(JsonNode entry) {
    return entry
        .path("texts")
        .valueStream()
        .map(it -> "%s: %s".formatted(it.path("lang").asText(), it.path("text").asText()))
        .collect(Collectors.joining("\n"));
  }
}
