package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Json;
import org.registan.record.Cells;

/** A workbook, read by another library, has every row and every field as it was written. */
class SheetsTest {

  private static final Template TEMPLATE = new Templates().of("2017");

  /** Every script of the states that take part, and what files like to break. */
  private static final List<String> TEXTS =
      List.of(
          "ایٹمی توانائی ایکٹ، دفعہ ۵",
          "Экспорттық бақылау туралы Заң, 5-бап",
          "Oʻzbekiston Respublikasining Qonuni, 3-modda",
          "Экспортын хяналтын тухай хууль",
          "ᠮᠣᠩᠭᠣᠯ ᠬᠠᠤᠯᠢ",
          "出口管制法 第九条",
          "Law 🛡️ of 👩🏽‍🔬 𐐷 and 𝔘",
          "e\u0301 is not é",
          "two\nlines | bars \\ and \\n \\0",
          "  spaces around  ",
          "_x000D_ is no carriage return, _x005F_ no line",
          "_x0041 ",
          "<b>&amp;</b> \"quoted\" ]]>",
          "no character: \uFFFE\uFFFF");

  private static final List<String> FORMULAS =
      List.of(
          "=HYPERLINK(\"http://evil.example\",\"x\")",
          "+1+1",
          "-2+3",
          "@SUM(A1)",
          "\t=1+1",
          "\r=1+1",
          "=cmd|' /C calc'!A0",
          "'=1+1",
          "＝1+1");

  @Test
  void everyRowOfTheTemplateIsReadBackUnderItsSection() throws IOException {
    try (var book = read(matrix())) {
      for (var section : TEMPLATE.sections()) {
        var sheet = book.getSheet(section.key());
        var rows = IntStream.rangeClosed(2, sheet.getLastRowNum()).mapToObj(sheet::getRow);
        assertThat(rows.map(it -> List.of(text(it.getCell(0)), text(it.getCell(2)))))
            .isEqualTo(section.rows().stream().map(it -> List.of(it.key(), it.label())).toList());
      }
    }
  }

  @Test
  void everyFieldIsReadBackInEveryScript() throws IOException {
    var matrix = matrix();
    TEXTS.forEach(it -> fill(matrix, it));

    assertThat(fields(matrix))
        .isEqualTo(Json.MAPPER.convertValue(matrix.path("fields"), List.class));
  }

  @Test
  void whatLooksLikeAFormulaStaysText() throws IOException {
    var matrix = matrix();
    FORMULAS.forEach(it -> fill(matrix, it));

    assertThat(fields(matrix))
        .isEqualTo(Json.MAPPER.convertValue(matrix.path("fields"), List.class));
    try (var book = read(matrix)) {
      book.forEach(sheet ->
          sheet.forEach(
              row -> row.forEach(it -> assertThat(it.getCellType()).isEqualTo(CellType.STRING))));
    }
  }

  @Test
  void theFirstSheetSaysWhatItIsAndThatTheLayoutIsOurs() throws IOException {
    try (var book = read(matrix())) {
      var said = new ArrayList<String>();
      book.getSheet(Sheets.FIRST).forEach(row -> row.forEach(it -> said.add(text(it))));
      assertThat(said)
          .contains(
              "Of this platform; not an official layout of the Committee",
              "SAMPLE: NOT AN ACT OF ANY STATE",
              "AMBER / OFFICIAL_USE",
              "122 of its 131 rows were not compared with an official copy");
    }
  }

  @Test
  void everyRowHasTheLabel() throws IOException {
    try (var book = read(matrix())) {
      for (var section : TEMPLATE.sections()) {
        book.getSheet(section.key())
            .rowIterator()
            .forEachRemaining(row -> {
              if (row.getRowNum() > 1) {
                assertThat(text(row.getCell(4))).isEqualTo("AMBER / OFFICIAL_USE");
              }
            });
      }
    }
  }

  private static ObjectNode matrix() {
    var matrix =
        Json.object()
            .put("owner", "PAK")
            .put("reference", "PAK-2026-7KQ4M2G")
            .put("status", "SUBMITTED")
            .put("preparedOn", "2026-11-29");
    matrix.putObject("label").put("tlp", "AMBER").put("nationalMarking", "OFFICIAL_USE");
    matrix.putArray("caveats").add("SAMPLE: NOT AN ACT OF ANY STATE");
    matrix.putArray("fields");
    return matrix;
  }

  /** Puts a text into the next field of the template, in its source and its remark. */
  private static void fill(ObjectNode matrix, String text) {
    var fields = matrix.withArrayProperty("fields");
    var place = TEMPLATE.placed().skip(22 + fields.size()).findFirst().orElseThrow();
    var field = fields.addObject().put("row", place.row().key());
    field.put("column", place.section().columns().getFirst()).put("value", "?");
    field.putArray("sources").addObject().put("law", text).put("lang", "en");
    field.putArray("remarks").addObject().put("lang", "ur").put("text", text);
  }

  private static List<Object> fields(ObjectNode matrix) throws IOException {
    var found = new ArrayList<>();
    try (var book = read(matrix)) {
      for (var section : TEMPLATE.sections()) {
        var sheet = book.getSheet(section.key());
        var names = Sheets.names(section);
        for (int at = 2; at <= sheet.getLastRowNum(); at++) {
          var row = sheet.getRow(at);
          for (var column : section.columns()) {
            var cell = names.indexOf(column);
            if (row.getCell(cell) != null) {
              var field =
                  Json.object()
                      .put("row", text(row.getCell(0)))
                      .put("column", column)
                      .put("value", text(row.getCell(cell)));
              field.set("sources", Cells.parts(text(row.getCell(cell + 1)), Sheets.SOURCE));
              field.set("remarks", Cells.parts(text(row.getCell(cell + 2)), Sheets.REMARK));
              found.add(Json.MAPPER.convertValue(field, Object.class));
            }
          }
        }
      }
    }
    return found;
  }

  private static String text(Cell cell) {
    return cell.getStringCellValue();
  }

  private static XSSFWorkbook read(ObjectNode matrix) throws IOException {
    var out = new ByteArrayOutputStream();
    Sheets.write(TEMPLATE, matrix, out);
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }
}
