package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.registan.kernel.Json;
import org.registan.oracle.Seeded;

/** Whatever entries say, their table says too, and is read back as they were. */
class EntryTableTest {

  /** What files and spreadsheets like to break. */
  private static final Arbitrary<String> NASTY =
      Arbitraries.of(
          "=HYPERLINK(\"http://evil.example\",\"x\")",
          "'=1+1",
          "+1+1\n-2\n@SUM(A1)",
          "\t=1+1",
          "two\nlines | bars \\ and \\n \\0 \\",
          "\\0",
          "  spaces around \t",
          "\"quoted\", with ; and ,",
          "_x0041_ _x005F_x000D_ _",
          "<b>&amp;</b> ]]> <!-- -->",
          "🛡️ of 👩🏽‍🔬 𐐷",
          "ایٹمی توانائی ایکٹ، دفعہ ۵ \u202Eabc\u202C",
          "e\u0301 is not é \u200B\u200D\uFEFF",
          "no character: \uFFFE\uFFFF",
          "1E001",
          "1.10",
          "TRUE",
          "2026-01-02",
          "-");

  private static final Arbitrary<String> TEXTS =
      Arbitraries.frequencyOf(
              Tuple.of(2, NASTY),
              Tuple.of(
                  2,
                  Arbitraries.strings()
                      .withChars("=+-@;,'\"\t\n |\\_x0041aқ،€\uFF1D")
                      .ofMinLength(1)
                      .ofMaxLength(14)),
              Tuple.of(1, Combinators.combine(NASTY, NASTY).as((a, b) -> a + b)))
          .filter(it -> !it.isBlank());

  private static final Arbitrary<List<String>> LISTS = TEXTS.list().ofMaxSize(3);

  @ParameterizedTest
  @EnumSource(names = {"TABLE", "SHEET"})
  void everyEntryIsReadBackAsItWas(EntryForm form) {
    Seeded.each(
        1540,
        300,
        entries().list().ofMinSize(1).ofMaxSize(5),
        entries -> {
          var read = Rows.read(form, Rows.written(form, entries));

          assertThat(Rows.told(read)).isEmpty();
          assertThat(read.entries()).isEqualTo(entries);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"TABLE", "SHEET"})
  void tensOfThousandsOfEntriesAreReadBack(EntryForm form) {
    var entries =
        IntStream.range(0, 20_000)
            .mapToObj(it -> entry("1A%05d".formatted(it), "Überall geprüft – ".repeat(8)))
            .toList();

    var read = Rows.read(form, Rows.written(form, entries));

    assertThat(read.entries()).isEqualTo(entries);
    assertThat(read.rows()).startsWith(2, 3).endsWith(20_001);
  }

  @Test
  void aLanguageIsAuthenticWhereItIsOfTheEdition() {
    var read = Rows.csv("key,type,text.ur,text.en", "1,TEXT,فہرست,List");

    assertThat(Json.write(read.entries().getFirst().path("texts")))
        .isEqualTo(
            "[{\"lang\":\"ur\",\"text\":\"فہرست\",\"status\":\"translation\"},"
                + "{\"lang\":\"en\",\"text\":\"List\",\"status\":\"authentic\"}]");
  }

  @Test
  void labelAndEditionStandOnEveryRow() {
    var csv =
        new String(Rows.written(EntryForm.TABLE, List.of(entry("1", "a"), entry("2", "b"))), UTF_8);

    assertThat(csv.lines().skip(1))
        .allSatisfy(it -> assertThat(it).endsWith(",\"GREEN\",\"PAK-2026-7KQ4M2G\""))
        .hasSize(2);
  }

  @Test
  void nothingInACsvFileRuns() {
    var csv = new String(Rows.written(EntryForm.TABLE, List.of(entry("1", "=1+1"))), UTF_8);

    assertThat(csv).contains("\"'=1+1\"").doesNotContain("\"=");
  }

  @Test
  void everyCellOfAWorkbookIsTextForOthersToo() throws IOException {
    var file = Rows.written(EntryForm.SHEET, List.of(entry("1", "=1+1"), entry("2", "_x0041_")));

    try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var sheet = book.getSheet(EntrySheets.SECOND);
      book.forEach(each ->
          each.forEach(
              row -> row.forEach(it -> assertThat(it.getCellType()).isEqualTo(CellType.STRING))));
      assertThat(sheet.getRow(1).getCell(8).getStringCellValue()).isEqualTo("=1+1");
      assertThat(sheet.getRow(2).getCell(8).getStringCellValue()).isEqualTo("_x0041_");
      assertThat(sheet.getColumnStyle(3).getDataFormatString()).isEqualTo("@");
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
    }
  }

  private static ObjectNode entry(String key, String text) {
    var entry = Json.object().put("key", key).put("type", "TEXT");
    entry
        .putArray("texts")
        .addObject()
        .put("lang", "en")
        .put("text", text)
        .put("status", "authentic");
    return entry;
  }

  private static Arbitrary<ObjectNode> entries() {
    return Combinators.combine(
            TEXTS, TEXTS.optional(), LISTS, LISTS, Arbitraries.maps(languages(), TEXTS))
        .as((key, one, list, parts, texts) -> {
          var entry = entry(key.replace("E", ""), one.orElse("x"), texts);
          List.of("parent", "code", "number", "term", "scope", "effectiveFrom")
              .forEach(it -> one.ifPresent(text -> entry.put(it, "a " + text)));
          List.of("categories", "origins", "casNumbers", "references")
              .forEach(it -> each(list, (at, text) -> entry.withArrayProperty(it).add(text)));
          each(parts, (at, text) -> parameter(entry, at, text));
          each(parts, (at, text) -> pair(entry, "hsCodes", "code", "nomenclature", text));
          each(list, (at, text) -> pair(entry, "attributes", "name", "value", text));
          return entry;
        });
  }

  private static Arbitrary<String> languages() {
    return Arbitraries.of(Rows.TABLE.languages());
  }

  private static ObjectNode entry(String key, String type, Map<String, String> texts) {
    var entry = Json.object().put("key", key).put("type", type);
    for (var lang : Rows.TABLE.languages()) {
      if (texts.containsKey(lang)) {
        entry
            .withArrayProperty("texts")
            .addObject()
            .put("lang", lang)
            .put("text", texts.get(lang))
            .put("status", Rows.AUTHENTIC.contains(lang) ? "authentic" : "translation");
      }
    }
    return entry;
  }

  private static void parameter(ObjectNode entry, int at, String text) {
    var parameter = entry.withArrayProperty("parameters").addObject();
    parameter.put("name", text).put("operator", "GE").put("value", "1.50");
    if (at > 0) {
      parameter.put("unit", text);
    }
  }

  private static void pair(ObjectNode entry, String list, String a, String b, String text) {
    entry.withArrayProperty(list).addObject().put(a, text).put(b, "of " + text);
  }

  private static void each(List<String> texts, BiConsumer<Integer, String> what) {
    for (int at = 0; at < texts.size(); at++) {
      what.accept(at, texts.get(at));
    }
  }
}
