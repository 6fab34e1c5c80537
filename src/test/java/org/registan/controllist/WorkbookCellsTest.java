package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A cell of somebody else's workbook is read as what it shows, or refused where it stands. */
class WorkbookCellsTest {

  @Test
  void numbersAreWhatIsShown() {
    assertThat(read("code", it -> it.setCellValue(1))).isEqualTo("1");
    assertThat(read("code", it -> it.setCellValue(1.1))).isEqualTo("1.1");
    assertThat(read("code", it -> it.setCellValue(0.1 + 0.2))).isEqualTo("0.3");
    assertThat(read("code", it -> it.setCellValue(-1e-7))).isEqualTo("-0.0000001");
    assertThat(read("code", it -> it.setCellValue(8_401_000_000d))).isEqualTo("8401000000");
    assertThat(read("code", it -> it.setCellValue(true))).isEqualTo("TRUE");
  }

  @Test
  void aDateIsADayWhereADayIsExpectedAndElsewhereATextGoneWrong() {
    Consumer<Cell> day =
        it -> {
          it.setCellValue(LocalDate.of(2026, 3, 1));
          format(it, "dd.mm.yyyy");
        };
    Consumer<Cell> time =
        it -> {
          it.setCellValue(LocalDateTime.of(2026, 3, 1, 9, 30));
          format(it, "yyyy-mm-dd hh:mm");
        };

    assertThat(read("effectiveFrom", day)).isEqualTo("2026-03-01");
    assertThat(read("code", day)).isEqualTo("2 code: is a date; format the column as text");
    assertThat(read("effectiveFrom", time)).startsWith("2 effectiveFrom: is a time or no whole");
  }

  @Test
  void aCodeThatBecameANumberIsNotTaken() {
    assertThat(
            read(
                "code",
                it -> {
                  it.setCellValue(1e1);
                  format(it, "0.00E+00");
                }))
        .startsWith("2 code: has been taken for a number such as 1E+01");
  }

  @Test
  void coloursAndUnitsMakeNoDate() {
    assertThat(
            read(
                "code",
                it -> {
                  it.setCellValue(5);
                  format(it, "[Magenta]0 \"days\";[Red]-0");
                }))
        .isEqualTo("5");
  }

  @Test
  void formulasAndErrorsAreRefusedByPlace() {
    assertThat(read("code", it -> it.setCellFormula("1+1")))
        .isEqualTo("2 code: is a formula; put its value there");
    assertThat(read("code", it -> it.setCellErrorValue((byte) 7)))
        .isEqualTo("2 code: is an error of the spreadsheet");
  }

  @Test
  void sharedTextsAreReadWithAllTheirRunsAndWithoutHowTheyAreReadOut() {
    assertThat(read("text.en", it -> it.setCellValue("_x0041_ a\nb"))).isEqualTo("A a\nb");
    assertThat(
            read(
                "text.en",
                it -> {
                  var text = new XSSFRichTextString("出口");
                  text.append("管制", ((XSSFWorkbook) it.getSheet().getWorkbook()).createFont());
                  var reading = text.getCTRst().addNewRPh();
                  reading.setSb(0);
                  reading.setEb(1);
                  reading.setT("でぐち");
                  it.setCellValue(text);
                }))
        .isEqualTo("出口管制");
  }

  private static void format(Cell cell, String format) {
    var book = cell.getSheet().getWorkbook();
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
  }

  /** What is read of a cell in a column, or how it is refused. */
  private static String read(String column, Consumer<Cell> fill) {
    try (var book = new XSSFWorkbook()) {
      book.createSheet("Notes").createRow(0).createCell(0).setCellFormula("1+1");
      var sheet = book.createSheet("ENTRIES");
      strings(sheet.createRow(0), "key", "type", column);
      strings(sheet.createRow(1), "1", "ENTRY");
      fill.accept(sheet.getRow(1).createCell(2));
      var out = new ByteArrayOutputStream();
      book.write(out);
      var read = Rows.read(EntryForm.SHEET, out.toByteArray());
      if (!read.faults().isEmpty()) {
        return String.join("; ", Rows.told(read));
      }
      var entry = read.entries().getFirst();
      return column.startsWith("text.")
          ? entry.path("texts").path(0).path("text").asText()
          : entry.path(column).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void strings(Row row, String... values) {
    for (int at = 0; at < values.length; at++) {
      row.createCell(at).setCellValue(values[at]);
    }
  }
}
