package org.registan.controllist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.registan.attachment.Files;
import org.registan.kernel.Json;
import org.registan.web.Problem;

/**
 * A file that is no workbook, or not a fit one, is refused in one sentence, and never held whole.
 */
class WorkbookRefusalsTest {

  private static final String SHEET = "xl/worksheets/sheet2.xml";
  private static final int LARGE = 70_000_000;

  @Test
  void whatIsNoWorkbookIsToldAsWhatItIs() throws IOException {
    assertThat(refusal(new byte[0])).isEqualTo("is empty");
    assertThat(refusal("key,type".getBytes(UTF_8))).isEqualTo("is not an XLSX workbook");
    assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
        .isEqualTo("is encrypted, or of an older form of Excel; save it as .xlsx");
    assertThat(refusal(zip(Map.of("a.txt", new byte[9])))).isEqualTo("is not an XLSX workbook");
    assertThat(refusal(Files.docx("A document"))).isEqualTo("is not an XLSX workbook");
    assertThat(refusal(new byte[17_000_000])).isEqualTo("The body is larger than is taken here");
  }

  @Test
  void aWorkbookCutOffAnywhereIsRefused() {
    var whole = workbook();
    for (int length = 1; length < whole.length; length += 7) {
      assertThat(refusal(Arrays.copyOf(whole, length))).doesNotStartWith("taken");
    }
  }

  @Test
  void aDamagedWorkbookIsTakenOrRefusedAndNothingElse() {
    var random = new Random(41);
    for (int n = 0; n < 3_000; n++) {
      var file = workbook();
      for (int many = 1 + random.nextInt(3); many > 0; many--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      requireNothingElse(file);
    }
  }

  @Test
  void damagedXmlIsTakenOrRefusedAndNothingElse() throws IOException {
    var random = new Random(42);
    for (var name : parts().keySet()) {
      for (int n = 0; n < 200; n++) {
        var parts = parts();
        var part = parts.getOrDefault(name, new byte[1]);
        part[random.nextInt(part.length)] = (byte) "<>/&\"'=0x!?[]".charAt(random.nextInt(13));
        requireNothingElse(zip(parts));
      }
    }
  }

  @Test
  void everyPartThatIsNeededIsMissed() throws IOException {
    for (var name :
        new String[] {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET}) {
      assertThat(with(it -> it.remove(name))).isEqualTo("lacks a part that a workbook has");
    }
  }

  @Test
  void macrosAreNotTaken() throws IOException {
    assertThat(with(it -> it.put("xl/vbaProject.bin", new byte[9]))).startsWith("has macros");
    assertThat(
            changed(
                "[Content_Types].xml",
                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                "vnd.ms-excel.sheet.macroEnabled.main"))
        .startsWith("has macros");
  }

  @Test
  void noPartLeadsOutOfIt() throws IOException {
    assertThat(with(it -> it.put("xl/../../x", new byte[9])))
        .isEqualTo("has a part that leads out of it");
    assertThat(with(it -> it.put("XL/Workbook.xml", new byte[9]))).isEqualTo("has a part twice");
  }

  @Test
  void anEncryptedPartIsNotTaken() {
    var file = new String(workbook(), ISO_8859_1);
    var entry = file.indexOf("PK\1\2");
    var flagged = file.substring(0, entry + 8) + '\1' + file.substring(entry + 9);

    assertThat(refusal(flagged.getBytes(ISO_8859_1))).isEqualTo("is encrypted");
  }

  @Test
  void noDocumentTypeIsRead() throws IOException {
    var entity = "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><worksheet";
    assertThat(changed(SHEET, "<worksheet", entity))
        .isEqualTo("has a part with a document type, comment or instruction");
    assertThat(changed(SHEET, "<t>ENTRY</t>", "<t>&y;</t>"))
        .isEqualTo("has a part that is not well-formed XML in UTF-8");
  }

  @Test
  void aBombIsCountedWhileItUnpacks() throws IOException {
    assertThat(with(it -> it.put("xl/media/large.bin", new byte[LARGE])))
        .isEqualTo("unpacks to more than an edition does");
    assertThat(
            with(it -> {
              for (int n = 0; n < 7; n++) {
                it.put("xl/media/%d.bin".formatted(n), new byte[10_000_000]);
              }
            }))
        .isEqualTo("unpacks to more than an edition does");
    assertThat(
            with(it -> {
              for (int n = 0; n < 1_000; n++) {
                it.put("xl/media/%d.bin".formatted(n), new byte[0]);
              }
            }))
        .isEqualTo("has more than 1,000 parts");
  }

  @Test
  void aBombWithinAWorkbookIsNotUnpacked() throws IOException {
    var bomb = zip(Map.of("inner.bin", new byte[LARGE]));

    assertThat(with(it -> it.put("xl/embeddings/book.xlsx", bomb))).startsWith("taken");
  }

  @Test
  void xmlThatWouldFillMemoryIsRefused() throws IOException {
    assertThat(changed(SHEET, "<sheetData>", "<sheetData>" + "<a>".repeat(1_000)))
        .startsWith("has a part that is deeper");
    var names = new StringBuilder("<sheetData>");
    for (int n = 0; n < 2_000; n++) {
      names.append("<n").append(n).append("/>");
    }
    assertThat(changed(SHEET, "<sheetData>", names.toString()))
        .startsWith("has a part that is deeper");
    assertThat(changed(SHEET, "<sheetData>", "<sheetData a=\"" + "x".repeat(2_000_000) + "\">"))
        .isEqualTo("has a part with a text longer than in a workbook");
    assertThat(changed(SHEET, "<t>ENTRY</t>", "<t>" + "x".repeat(900_000) + "</t>"))
        .contains("is longer than 30,000 characters");
  }

  @Test
  void aNumberFormatThatNoSpreadsheetWritesIsRefused() throws IOException {
    var parts = parts();
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"200\" formatCode=\"%s\"/></numFmts></styleSheet>"
            .formatted("[".repeat(256))
            .getBytes(UTF_8));

    assertThat(refusal(zip(parts))).contains("number format that is too long");
  }

  @Test
  void cellsStandInTheirOrderWithinASheet() throws IOException {
    assertThat(changed(SHEET, "r=\"C2\"", "r=\"C3\"")).startsWith("has a sheet that is not as");
    assertThat(changed(SHEET, "r=\"C2\"", "r=\"A2\"")).startsWith("has a sheet that is not as");
    assertThat(changed(SHEET, "<row r=\"2\"", "<row r=\"1\"")).startsWith("has a sheet that is");
    assertThat(changed(SHEET, "r=\"U2\"", "r=\"ZZZ2\"")).contains("has more cells than");
  }

  @Test
  void theSheetOfEntriesIsFoundOrIsTheOnlyOne() throws IOException {
    assertThat(changed("xl/workbook.xml", "\"Entries\"", "\"List\""))
        .isEqualTo("has no sheet Entries, and not one sheet only");
    try (var book = new XSSFWorkbook()) {
      var sheet = book.createSheet("Anything");
      sheet.createRow(0).createCell(0).setCellValue("key");
      sheet.getRow(0).createCell(1).setCellValue("type");
      sheet.createRow(1).createCell(0).setCellValue("1");
      var out = new ByteArrayOutputStream();
      book.write(out);
      assertThat(Rows.read(EntryForm.SHEET, out.toByteArray()).entries())
          .containsExactly(Json.object().put("key", "1"));
    }
  }

  private static byte[] workbook() {
    var entry = Json.object().put("key", "1A1").put("type", "ENTRY").put("code", "1A1");
    return Rows.written(EntryForm.SHEET, List.of(entry));
  }

  /** By its directory: the library that wrote it describes parts as no stream of the JDK reads. */
  private static Map<String, byte[]> parts() throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    try (var zip = ZipFile.builder().setByteArray(workbook()).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  private static String with(Consumer<Map<String, byte[]>> change) throws IOException {
    var parts = parts();
    change.accept(parts);
    return refusal(zip(parts));
  }

  private static String changed(String part, String from, String to) throws IOException {
    return with(it ->
        it.compute(
            part,
            (name, bytes) -> {
              var text = new String(bytes == null ? new byte[0] : bytes, UTF_8);
              assertThat(text).contains(from);
              return text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))
                  .getBytes(UTF_8);
            }));
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }

  private static void requireNothingElse(byte[] file) {
    try {
      Rows.read(EntryForm.SHEET, file);
    } catch (Problem e) {
      assertThat(e.faults()).hasSize(1);
    }
  }

  private static String refusal(byte[] file) {
    return Rows.refusal(EntryForm.SHEET, file);
  }
}
