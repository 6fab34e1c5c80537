package org.registan.intake;

import java.util.List;
import java.util.Set;
import org.registan.record.Line;

/** A form in which one kind of record comes in a file. */
public interface Format {

  /** The kind of record. */
  String recordType();

  String mediaType();

  /** The columns that its heading may have; none: each line is a JSON object. */
  Set<String> columns();

  /** What the rows of one record have in common; nothing: the row is a record by itself. */
  String common(Line line);

  /** The rows of one record, in the columns of its own layout. */
  List<Line> translated(List<Line> lines);

  /** What a column of the layout is called in the file. */
  String nameOf(String column);

  /** How the cells of a column of the layout are filled in, where the file has the same. */
  default String formOf(String column) {
    return "";
  }
}
