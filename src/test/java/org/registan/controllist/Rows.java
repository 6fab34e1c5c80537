package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.registan.record.Gathered;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Tables of entries, written and read as a state's officer would. */
final class Rows {

  static final Set<String> AUTHENTIC = Set.of("en", "ru");

  static final EntryTable TABLE =
      new EntryTable(
          new TreeSet<>(List.of("en", "ru", "ur", "uz-Cyrl")), "GREEN", "PAK-2026-7KQ4M2G");

  private static final List<EntrySheets.Said> EDITION =
      List.of(new EntrySheets.Said("Handling", "GREEN"), new EntrySheets.Said("Title", "=1+1"));

  private Rows() {}

  static byte[] written(EntryForm form, List<ObjectNode> entries) {
    var out = new ByteArrayOutputStream();
    try {
      switch (form) {
        case TABLE -> CsvTable.write(TABLE, entries.iterator(), out);
        case SHEET -> EntrySheets.write(EDITION, TABLE, entries.iterator(), out);
        case JSON, LINES -> throw new IllegalArgumentException("is no table");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static TableRead read(EntryForm form, byte[] file) {
    return read(form, file, TableLimits.USUAL);
  }

  static TableRead read(EntryForm form, byte[] file, TableLimits limits) {
    return TableReader.read(new ByteArrayInputStream(file), form, AUTHENTIC, limits);
  }

  static TableRead csv(String... lines) {
    return read(EntryForm.TABLE, String.join("\r\n", lines).getBytes(UTF_8));
  }

  /** Each fault in words: where, and what. */
  static List<String> told(TableRead read) {
    return read.faults().stream().map(Rows::told).toList();
  }

  static String told(Gathered.Misfit fault) {
    var column = fault.at().column() == null ? "" : " " + fault.at().column();
    return "%d%s: %s".formatted(fault.at().row(), column, fault.detail());
  }

  /** Why a file is not taken; nothing else may come out of it. */
  static String refusal(EntryForm form, byte[] file, TableLimits limits) {
    try {
      return "taken, with " + read(form, file, limits).faults();
    } catch (Problem e) {
      return e.faults().isEmpty()
          ? String.valueOf(e.getMessage())
          : String.join("; ", e.faults().stream().map(Fault::detail).toList());
    }
  }

  static String refusal(EntryForm form, byte[] file) {
    return refusal(form, file, TableLimits.USUAL);
  }
}
