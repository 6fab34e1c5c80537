package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.registan.kernel.Json;
import org.registan.record.Cells;
import org.registan.record.SheetText;

/**
 * A matrix as a workbook in our own layout: what it is on the first sheet, then a sheet for each
 * section, written row by row. Every cell is text, which no spreadsheet takes for a formula.
 */
final class Sheets {

  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  static final String FIRST = "Matrix";

  /** What stands beside each row's fields; the second line of a sheet has these as they are. */
  static final List<String> FRAME =
      List.of("row", "number", "label", "provenance", "handling", "reference");

  static final List<String> SOURCE = List.of("law", "article", "link", "lang");
  static final List<String> REMARK = List.of("lang", "text", "status");

  private static final int FLUSHED = 50;

  private final Template template;
  private final JsonNode view;
  private final Map<String, JsonNode> fields = new HashMap<>();

  private Sheets(Template template, JsonNode view) {
    this.template = template;
    this.view = view;
    view.path("fields")
        .forEach(it -> fields.put(it.path("row").asText() + " " + it.path("column").asText(), it));
  }

  /** Writes a matrix as its reader sees it. */
  static void write(Template template, JsonNode view, OutputStream out) throws IOException {
    new Sheets(template, view).write(out);
  }

  private void write(OutputStream out) throws IOException {
    try (var book = new Workbook(out, "Registan", "1.0")) {
      first(book.newWorksheet(FIRST));
      for (var section : template.sections()) {
        section(book.newWorksheet(section.key()), section);
      }
    }
  }

  private void first(Worksheet sheet) throws IOException {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("Layout", "Of this platform; not an official layout of the Committee"));
    lines.add(List.of("Template", template.generation()));
    lines.add(List.of("Template title", template.title()));
    lines.add(
        List.of(
            "To be confirmed",
            "%d of its %d rows were not compared with an official copy"
                .formatted(template.toBeConfirmed(), template.placed().count())));
    lines.add(List.of("State", text("owner")));
    lines.add(List.of("Reference", text("reference")));
    view.path("title")
        .forEach(it ->
            lines.add(
                List.of(
                    "Title (%s)".formatted(it.path("lang").asText()), it.path("text").asText())));
    lines.add(List.of("Prepared on", text("preparedOn")));
    lines.add(List.of("Status", text("status")));
    lines.add(List.of("Version", text("version")));
    lines.add(List.of("Disclosure", text("disclosure")));
    lines.add(List.of("Handling", handling()));
    view.path("caveats").forEach(it -> lines.add(List.of("Caveat", it.asText())));
    template.values().forEach((value, meaning) -> lines.add(List.of("Value " + value, meaning)));
    lines.add(List.of("No value", "No information; nothing is reckoned from the values"));
    for (int line = 0; line < lines.size(); line++) {
      line(sheet, line, lines.get(line));
    }
    sheet.width(0, 20);
    sheet.width(1, 90);
    sheet.finish();
  }

  private void section(Worksheet sheet, Template.Section section) throws IOException {
    line(sheet, 0, heading(section));
    line(sheet, 1, names(section));
    int at = 2;
    for (var row : section.rows()) {
      line(sheet, at++, cells(section, row));
      if (at % FLUSHED == 0) {
        sheet.flush();
      }
    }
    sheet.width(2, 60);
    sheet.freezePane(0, 2);
    sheet.finish();
  }

  private List<String> heading(Template.Section section) {
    var heading =
        new ArrayList<>(
            List.of("Key", "No.", section.title(), "Where the row is from", "Handling", "Matrix"));
    for (var column : section.columns()) {
      var label = template.columns().getOrDefault(column, column);
      heading.addAll(List.of(label, "Sources", "Remarks"));
    }
    return heading;
  }

  /** How a program knows the columns. */
  static List<String> names(Template.Section section) {
    var names = new ArrayList<>(FRAME);
    section.columns().forEach(it -> names.addAll(List.of(it, it + " sources", it + " remarks")));
    return names;
  }

  private List<String> cells(Template.Section section, Template.Row row) {
    var cells = new ArrayList<>(List.of(row.key(), row.number(), row.label()));
    cells.add(template.provenance(row.provenance()).text());
    cells.add(handling());
    cells.add(text("reference"));
    for (var column : section.columns()) {
      var field = fields.getOrDefault(row.key() + " " + column, Json.object());
      cells.add(field.path("value").asText());
      cells.add(parts(field.path("sources"), SOURCE));
      cells.add(parts(field.path("remarks"), REMARK));
    }
    return cells;
  }

  private static String parts(JsonNode values, List<String> names) {
    var cell = Cells.parts(values, names);
    return cell == null ? "" : cell;
  }

  private String handling() {
    var label = view.path("label");
    var marking = label.path("nationalMarking").asText();
    return label.path("tlp").asText() + (marking.isEmpty() ? "" : " / " + marking);
  }

  private String text(String name) {
    return view.path(name).asText();
  }

  private static void line(Worksheet sheet, int at, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      if (!cells.get(column).isEmpty()) {
        sheet.inlineString(at, column, SheetText.of(cells.get(column)));
      }
    }
  }
}
