package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.registan.intake.RowReader;
import org.registan.record.Cells;
import org.registan.web.Problem;

/** The table of entries as CSV (RFC 4180); what a spreadsheet takes for a formula is inert. */
final class CsvTable {

  static final CSVFormat WRITTEN =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

  private static final CSVFormat READ =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private static final Pattern OTHERWISE_SEPARATED = Pattern.compile("[;\t]");

  private CsvTable() {}

  static void write(EntryTable table, Iterator<? extends JsonNode> entries, OutputStream out)
      throws IOException {
    var printer = new CSVPrinter(new OutputStreamWriter(out, UTF_8), WRITTEN);
    printer.printRecord(table.heading());
    while (entries.hasNext()) {
      printer.printRecord(table.cells(entries.next()).stream().map(CsvTable::written));
    }
    printer.flush();
  }

  private static @Nullable String written(String cell) {
    return cell.isEmpty() ? null : Cells.inert(cell);
  }

  static void read(InputStream body, TableLimits limits, TableRows rows) {
    var row = new int[1];
    try {
      var bounded = new BoundedStream(body, limits.unpacked());
      var in = new RowReader(new InputStreamReader(bounded, UTF_8.newDecoder()));
      in.skipMark();
      try (var records = READ.parse(in)) {
        read(records, in, row, rows);
      }
    } catch (CharacterCodingException e) {
      throw refused("is not UTF-8", row[0]);
    } catch (CSVException e) {
      throw refused("is not CSV as RFC 4180 has it", row[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(CSVParser records, RowReader in, int[] row, TableRows rows)
      throws IOException {
    try {
      for (var record : records) {
        row[0]++;
        in.nextRow();
        if (row[0] == 1 && isOtherwiseSeparated(record)) {
          throw TableLimits.refused(
              "has to have its columns separated by commas; or save it as .xlsx");
        }
        rows.take(row[0], record.stream().map(CsvTable::read).toList());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isOtherwiseSeparated(CSVRecord record) {
    return record.size() == 1 && OTHERWISE_SEPARATED.matcher(record.get(0)).find();
  }

  private static TableCell read(String cell) {
    return TableCell.of(Cells.original(cell.replace("\r\n", "\n")));
  }

  private static Problem refused(String why, int row) {
    return TableLimits.refused(row == 0 ? why : "%s (after row %d)".formatted(why, row));
  }
}
