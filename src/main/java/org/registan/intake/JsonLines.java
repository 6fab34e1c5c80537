package org.registan.intake;

import java.util.List;
import java.util.Set;
import org.registan.record.Line;
import org.registan.record.RecordType;

/** A record a line, as JSON: a draft, or a view that an export wrote. */
record JsonLines(RecordType type) implements Format {

  /** The one cell of a line. */
  static final String TEXT = "line";

  @Override
  public String recordType() {
    return type.name();
  }

  @Override
  public String mediaType() {
    return "application/x-ndjson";
  }

  @Override
  public Set<String> columns() {
    return Set.of();
  }

  @Override
  public String common(Line line) {
    return "";
  }

  @Override
  public List<Line> translated(List<Line> lines) {
    return lines;
  }

  @Override
  public String nameOf(String column) {
    return column;
  }
}
