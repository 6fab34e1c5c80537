package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.registan.record.SheetText;

/**
 * The table of entries as a workbook: what the edition is on the first sheet, its entries on the
 * second, written row by row. Every cell is text, which no spreadsheet takes for a formula, and
 * stays text when somebody fills in more.
 */
final class EntrySheets {

  static final String FIRST = "Edition";
  static final String SECOND = "Entries";

  private static final int FLUSHED = 50;
  private static final int WIDE = 60;
  private static final int NARROW = 14;

  /** As text, whatever it looks like (ISO/IEC 29500-1, 18.8.30). */
  private static final String TEXT = "@";

  private EntrySheets() {}

  /** Something said of an edition. */
  record Said(String name, String value) {}

  static void write(
      List<Said> edition, EntryTable table, Iterator<? extends JsonNode> entries, OutputStream out)
      throws IOException {
    try (var book = new Workbook(out, "Registan", "1.0")) {
      first(book.newWorksheet(FIRST), edition);
      second(book.newWorksheet(SECOND), table, entries);
    }
  }

  private static void first(Worksheet sheet, List<Said> edition) throws IOException {
    for (int line = 0; line < edition.size(); line++) {
      line(sheet, line, List.of(edition.get(line).name(), edition.get(line).value()));
    }
    sheet.width(0, 20);
    sheet.width(1, WIDE);
    sheet.finish();
  }

  private static void second(
      Worksheet sheet, EntryTable table, Iterator<? extends JsonNode> entries) throws IOException {
    frame(sheet, table.heading());
    line(sheet, 0, table.heading());
    for (int at = 1; entries.hasNext(); at++) {
      line(sheet, at, table.cells(entries.next()));
      if (at % FLUSHED == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  /** Before the first row is sent, after which it would be too late. */
  private static void frame(Worksheet sheet, List<String> heading) {
    for (int at = 0; at < heading.size(); at++) {
      sheet.width(at, heading.get(at).startsWith(EntryColumn.TEXTS) ? WIDE : NARROW);
      sheet.style(at).format(TEXT).set();
    }
    sheet.freezePane(0, 1);
  }

  private static void line(Worksheet sheet, int at, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      if (!cells.get(column).isEmpty()) {
        sheet.inlineString(at, column, SheetText.of(cells.get(column)));
      }
    }
  }
}
