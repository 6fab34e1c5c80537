package org.registan.controllist;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;
import org.registan.record.Gathered;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Makes entries of a file's rows, or says of each what is wrong with it. */
final class TableReader implements TableRows {

  /** What is a name of a column rather than what stands in one. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} ._-]{1,60}");

  private final Set<String> authentic;
  private final TableLimits limits;
  private final TableLimits.Room room;
  private final List<ObjectNode> entries = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();
  private final List<Gathered.Misfit> faults = new ArrayList<>();
  private @Nullable List<EntryColumn> heading;
  private int taken;

  private TableReader(Set<String> authentic, TableLimits limits) {
    this.authentic = authentic;
    this.limits = limits;
    this.room = limits.room();
  }

  /** Reads to the end; refuses what is no table at all. */
  static TableRead read(
      InputStream body, EntryForm form, Set<String> authenticLanguages, TableLimits limits) {
    var reader = new TableReader(authenticLanguages, limits);
    switch (form) {
      case TABLE -> CsvTable.read(body, limits, reader);
      case SHEET -> Workbooks.read(body, limits, reader);
      case JSON, LINES -> throw new IllegalArgumentException("is no table");
    }
    return reader.read();
  }

  private TableRead read() {
    if (heading == null || (taken == 0 && faults.isEmpty())) {
      throw TableLimits.refused("has no rows");
    }
    return faults.isEmpty()
        ? new TableRead(entries, rows, faults)
        : new TableRead(List.of(), List.of(), faults);
  }

  @Override
  public void take(int row, List<TableCell> cells) {
    if (cells.stream().allMatch(TableCell::isBlank)) {
      return;
    }
    if (heading == null) {
      heading = heading(row, cells);
    } else {
      entry(heading, row, cells);
    }
  }

  private List<EntryColumn> heading(int row, List<TableCell> cells) {
    var names = new ArrayList<>(cells.stream().map(it -> it.text().strip()).toList());
    while (!names.isEmpty() && names.getLast().isEmpty()) {
      names.removeLast();
    }
    if (names.size() > limits.columns()) {
      throw TableLimits.refused("has more than %d columns".formatted(limits.columns()));
    }
    var known = names.stream().map(EntryTable::column).toList();
    if (known.stream().allMatch(Optional::isEmpty)) {
      throw TableLimits.refused("has no heading: its first row has to name the columns");
    }
    var seen = new HashSet<String>();
    for (int at = 0; at < names.size(); at++) {
      if (known.get(at).isEmpty()) {
        fault(row, null, named(at, names.get(at)) + " is not one of this layout");
      } else if (!seen.add(names.get(at))) {
        fault(row, names.get(at), named(at, names.get(at)) + " is there twice");
      }
    }
    EntryTable.NEEDED.stream()
        .filter(it -> !seen.contains(it))
        .forEach(it -> fault(row, it, "column %s is missing".formatted(it)));
    return known.stream().map(it -> it.orElse(EntryColumn.passedOver(""))).toList();
  }

  /** A column by its number and, where that is fit to be read, by what it is called. */
  private static String named(int at, String name) {
    return NAME.matcher(name).matches()
        ? "column %d (%s)".formatted(at + 1, name)
        : "column %d".formatted(at + 1);
  }

  private void entry(List<EntryColumn> columns, int row, List<TableCell> cells) {
    if (++taken > limits.rows()) {
      throw Problem.meaningless(
          List.of(
              Fault.at("", "row %d is one too many: at most %,d".formatted(row, limits.rows()))));
    }
    if (cells.stream().skip(columns.size()).anyMatch(it -> !it.isBlank())) {
      fault(row, null, "has more cells than the heading");
    }
    var entry = Json.object();
    for (int at = 0; at < Math.min(columns.size(), cells.size()); at++) {
      if (!cells.get(at).isBlank() && columns.get(at).kind() != EntryColumn.Kind.PASSED_OVER) {
        put(entry, row, columns.get(at), cells.get(at));
      }
    }
    if (faults.isEmpty()) {
      entries.add(entry);
      rows.add(row);
    }
  }

  private void put(ObjectNode entry, int row, EntryColumn column, TableCell cell) {
    var fault = column.fault(cell, limits.cell());
    fault.ifPresent(it -> fault(row, column.name(), it));
    if (fault.isEmpty() && faults.isEmpty()) {
      room.take(cell.text(), EntryColumn.lines(cell.text()));
      if (column.kind() == EntryColumn.Kind.LANGUAGE) {
        text(entry.withArrayProperty("texts"), column.lang(), cell.text());
      } else {
        entry.set(column.name(), column.value(cell.text()));
      }
    }
  }

  private void text(ArrayNode texts, String lang, String text) {
    var status = authentic.contains(lang) ? "authentic" : "translation";
    texts.addObject().put("lang", lang).put("text", text).put("status", status);
  }

  private void fault(int row, @Nullable String column, String detail) {
    if (faults.size() < limits.faults()) {
      faults.add(new Gathered.Misfit(new Gathered.Place(row, column), null, detail));
    } else if (faults.size() == limits.faults()) {
      faults.add(
          new Gathered.Misfit(new Gathered.Place(row, null), null, "and more, not told here"));
    }
  }
}
