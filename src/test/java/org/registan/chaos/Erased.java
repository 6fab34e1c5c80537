package org.registan.chaos;

import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeSet;
import org.registan.chaos.Wire.Caller;
import org.registan.stand.Database;

/** Of whom it was acknowledged that they are erased, nothing is read, and nothing is in a table. */
final class Erased {
  private static final String COLUMNS =
      "SELECT table_name, column_name FROM information_schema.columns"
          + " WHERE table_schema = DATABASE() AND character_set_name IS NOT NULL";

  /** A file that did not come in whole is nobody's record; it is dropped within an hour. */
  private static final String BROKEN_OFF =
      " AND batch NOT IN (SELECT id FROM import_batch WHERE state = 'RECEIVING')";

  private final Wire wire;
  private final Database database;
  private final Findings findings;

  Erased(Wire wire, Database database, Findings findings) {
    this.wire = wire;
    this.database = database;
    this.findings = findings;
  }

  void compare(Collection<Writer> writers) throws SQLException {
    var all = new TreeSet<String>();
    for (var writer : writers) {
      writer
          .known()
          .erased()
          .forEach((record, persons) -> {
            read(writer, record, persons);
            all.addAll(persons);
          });
    }
    if (!all.isEmpty()) {
      search(String.join("|", all));
    }
    findings.most("persons erased", all.size());
  }

  /** Every version of the record, and what was said about it, as its owner reads them. */
  private void read(Writer writer, String record, Collection<String> persons) {
    var path = "/v1/denials/" + record;
    without(writer, path, persons);
    without(writer, path + "/challenges", persons);
    without(writer, path + "/versions", persons);
    for (int n = 1; n <= writer.known().get(record).version(); n++) {
      without(writer, path + "/versions/" + n, persons);
    }
  }

  private void without(Writer writer, String path, Collection<String> persons) {
    var answer = wire.get(new Caller(writer.state(), "officer"), path);
    findings.same(200, answer.status(), "%s after persons were erased", path);
    persons.stream()
        .filter(answer.text()::contains)
        .forEach(it -> findings.violation("%s still names %s: %s", path, it, answer.text()));
  }

  private void search(String names) throws SQLException {
    try (var connection = database.connect()) {
      for (var column : Ground.rows(connection, COLUMNS)) {
        var more = column.getFirst().equals("import_row") ? BROKEN_OFF : "";
        var found =
            "SELECT `%2$s` FROM `%1$s` WHERE CONVERT(`%2$s` USING utf8mb4) RLIKE '(?i)%3$s'%4$s LIMIT 3"
                .formatted(column.getFirst(), column.getLast(), names, more);
        for (var row : Ground.rows(connection, found)) {
          findings.violation("of the erased, in %s: %s", column, row);
        }
      }
    }
  }
}
