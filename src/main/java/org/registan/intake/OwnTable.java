package org.registan.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.registan.record.Cells;
import org.registan.record.Line;
import org.registan.record.RecordType;

/** The table that exports write. */
record OwnTable(RecordType type) implements Format {

  @Override
  public String recordType() {
    return type.name();
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public Set<String> columns() {
    return Set.copyOf(type.layout().names());
  }

  @Override
  public String common(Line line) {
    var reference = line.cell("reference");
    return reference.isEmpty() ? line.cell(type.ownName()) : reference;
  }

  @Override
  public List<Line> translated(List<Line> lines) {
    return lines.stream().map(OwnTable::plain).toList();
  }

  private static Line plain(Line line) {
    var cells = new LinkedHashMap<String, String>();
    line.cells().forEach((name, cell) -> cells.put(name, Cells.original(cell)));
    return new Line(line.row(), cells);
  }

  @Override
  public String nameOf(String column) {
    return column;
  }

  @Override
  public String formOf(String column) {
    return type.layout().form(column);
  }
}
