package org.registan.controllist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.registan.record.SheetText;
import org.registan.web.Problem;

/** The table in a workbook (ISO/IEC 29500) that somebody sends: of its sheet, and of no other. */
final class Workbooks {

  /** How an older, or an encrypted, workbook begins (MS-CFB). */
  private static final int COMPOUND_FILE = 0xD0;

  private static final String TYPES = "[Content_Types].xml";
  private static final String WORKBOOK = "spreadsheetml.sheet.main+xml";

  /** By whatever name it goes, the list of types says what it is. */
  private static final Pattern MACROS =
      Pattern.compile("vbaproject|vbadata|macroenabled|macrosheet");

  private final Archive archive;
  private final TableLimits limits;
  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final Map<String, String> targets = new LinkedHashMap<>();
  private final Map<String, String> byType = new LinkedHashMap<>();
  private boolean since1904;

  private Workbooks(Archive archive, TableLimits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  static void read(InputStream body, TableLimits limits, TableRows rows) {
    var book = new Workbooks(Archive.of(whole(body, limits), limits), limits);
    book.requireWorkbook();
    book.read(rows);
  }

  private static byte[] whole(InputStream body, TableLimits limits) {
    byte[] file;
    try {
      file = new BoundedStream(body, limits.bytes()).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (file.length == 0) {
      throw TableLimits.refused("is empty");
    }
    if ((file[0] & 0xFF) == COMPOUND_FILE) {
      throw TableLimits.refused("is encrypted, or of an older form of Excel; save it as .xlsx");
    }
    if (file[0] != 'P') {
      throw notOne();
    }
    return file;
  }

  private void requireWorkbook() {
    if (archive.hasOneEndingIn("vbaproject.bin")) {
      throw macros();
    }
    var workbook = false;
    try (var xml = new PartXml(archive.part(TYPES).orElseThrow(Workbooks::notOne))) {
      while (xml.nextStart()) {
        var type = xml.attribute("ContentType").toLowerCase(Locale.ROOT);
        if (MACROS.matcher(type).find()) {
          throw macros();
        }
        workbook |= type.endsWith(WORKBOOK);
      }
    }
    if (!workbook) {
      throw notOne();
    }
  }

  private void read(TableRows rows) {
    relations("_rels/.rels", "/");
    var main = byType.getOrDefault("officeDocument", "");
    readBook(main);
    targets.clear();
    byType.clear();
    var at = main.lastIndexOf('/') + 1;
    relations(main.substring(0, at) + "_rels/" + main.substring(at) + ".rels", "/" + main);
    var sheet = part(targets.getOrDefault(chosen(), ""));
    new SheetReader(strings(), formats(), since1904, limits).read(sheet, rows);
  }

  private void relations(String part, String base) {
    try (var xml = new PartXml(part(part))) {
      while (xml.nextStart()) {
        if (xml.name().equals("Relationship") && !xml.attribute("TargetMode").equals("External")) {
          var target = resolved(base, xml.attribute("Target"));
          var type = xml.attribute("Type");
          targets.put(xml.attribute("Id"), target);
          byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
        }
      }
    }
  }

  private static String resolved(String base, String target) {
    try {
      var path = URI.create(base).resolve(target).getPath();
      return path == null || path.isEmpty() ? "" : path.substring(1);
    } catch (IllegalArgumentException e) {
      throw TableLimits.refused("has a part that points nowhere");
    }
  }

  private void readBook(String part) {
    try (var xml = new PartXml(part(part))) {
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "workbookPr" -> since1904 = xml.attribute("date1904").matches("1|true|on");
          case "sheet" -> sheets.put(folded(xml.attribute("name")), xml.foreign("id"));
          default -> {
            // windows, names and calculation say nothing
          }
        }
      }
    }
  }

  /** The sheet of entries, by whatever letters; or the only one. */
  private String chosen() {
    var entries = sheets.get(folded(EntrySheets.SECOND));
    if (entries == null && sheets.size() != 1) {
      throw TableLimits.refused(
          "has no sheet %s, and not one sheet only".formatted(EntrySheets.SECOND));
    }
    return entries == null ? sheets.values().iterator().next() : entries;
  }

  private List<String> strings() {
    var strings = new ArrayList<String>();
    if (byType.containsKey("sharedStrings")) {
      var room = limits.room();
      var text = new TextPieces(limits.cell());
      try (var xml = new PartXml(part(byType.getOrDefault("sharedStrings", "")))) {
        for (var step = xml.next(); step != PartXml.Step.FINISH; step = xml.next()) {
          text.see(step, xml);
          if (step == PartXml.Step.END && xml.name().equals("si")) {
            strings.add(SheetText.original(text.taken()));
            room.take(strings.getLast(), 1);
          }
        }
      }
    }
    return strings;
  }

  private CellFormats formats() {
    return byType.containsKey("styles")
        ? CellFormats.read(part(byType.getOrDefault("styles", "")))
        : CellFormats.none();
  }

  private InputStream part(String name) {
    return archive
        .part(name)
        .orElseThrow(() -> TableLimits.refused("lacks a part that a workbook has"));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Problem notOne() {
    return TableLimits.refused("is not an XLSX workbook");
  }

  private static Problem macros() {
    return TableLimits.refused("has macros; save it as .xlsx without them");
  }
}
