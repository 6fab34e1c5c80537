package org.registan.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;
import org.registan.ledger.Contents;
import org.registan.record.Gathered;
import org.registan.record.Line;
import org.registan.record.RecordType;
import org.registan.web.Contract;
import org.registan.web.Fault;

/** From the rows of one record to its content, or to all that is wrong with them. */
@ApplicationScoped
class Reading {

  /** What fits items and parties in all their pairs. */
  static final int MOST_ROWS = 5_000;

  /** Values of a cell, parts of a value. */
  private static final int MOST_PARTS = 5_000;

  private final Formats formats;
  private final Contract contract;
  private final Contents contents;

  Reading(Formats formats, Contract contract, Contents contents) {
    this.formats = formats;
    this.contract = contract;
    this.contents = contents;
  }

  /**
   * What rows say.
   *
   * @param reference under which the platform may know the record already
   */
  record Read(ObjectNode content, String reference, List<Misfit> faults) {}

  Read read(Handle handle, Import batch, RecordType type, List<Line> lines) {
    var format = formats.of(type, batch.mediaType());
    if (lines.size() > MOST_ROWS) {
      return refused(lines.getFirst().row(), null, "is a record of too many rows");
    }
    return format.columns().isEmpty()
        ? line(handle, batch, type, lines.getFirst())
        : table(handle, batch, type, format, lines);
  }

  private Read table(Handle handle, Import batch, RecordType type, Format format, List<Line> rows) {
    for (var row : rows) {
      if (!row.cell(Incoming.BEYOND).isEmpty()) {
        return refused(row.row(), null, "has more cells than the heading");
      }
    }
    var lines = format.translated(rows);
    for (var line : lines) {
      for (var cell : line.cells().entrySet()) {
        if (cell.getValue().chars().filter(it -> it == '\n' || it == '|').count() > MOST_PARTS) {
          return refused(line.row(), format.nameOf(cell.getKey()), "has too many values");
        }
      }
      if (!line.cell("owner").isEmpty() && !line.cell("owner").equals(batch.owner())) {
        return thirdParty(line.row(), format.nameOf("owner"));
      }
    }
    var gathered = type.layout().gather(lines, defaults(batch));
    var faults = new ArrayList<Misfit>();
    gathered.faults().forEach(it -> faults.add(misfit(format, it.at(), it.pointer(), it.detail())));
    if (faults.isEmpty()) {
      check(handle, batch, type, gathered.content())
          .forEach(it -> {
            var pointer = it.pointer() == null ? "" : it.pointer();
            faults.add(misfit(format, gathered.origin().apply(pointer), pointer, it.detail()));
          });
    }
    return new Read(gathered.content(), lines.getFirst().cell("reference"), faults);
  }

  private static Misfit misfit(
      Format format, Gathered.Place at, @Nullable String pointer, String detail) {
    if (at.column() == null) {
      return new Misfit(at.row(), null, pointer, null, detail);
    }
    var form = format.formOf(at.column());
    var said = form.isEmpty() ? detail : "%s; the cell takes %s".formatted(detail, form);
    return new Misfit(at.row(), format.nameOf(at.column()), pointer, null, said);
  }

  private Read line(Handle handle, Import batch, RecordType type, Line line) {
    var parsed = contract.parse(line.cell(JsonLines.TEXT));
    if (!parsed.faults().isEmpty()) {
      return refused(line.row(), parsed.faults());
    }
    if (!(parsed.body() instanceof ObjectNode content)) {
      return refused(line.row(), null, "is not a JSON object");
    }
    var owner = content.path("owner").asText(batch.owner());
    if (!owner.equals(batch.owner())) {
      return thirdParty(line.row(), null);
    }
    var reference = content.path("reference").asText();
    content.remove(type.layout().frame());
    var faults = check(handle, batch, type, content);
    return faults.isEmpty() ? new Read(content, reference, List.of()) : refused(line.row(), faults);
  }

  /** Against the contract, and then against itself. */
  private List<Fault> check(Handle handle, Import batch, RecordType type, JsonNode content) {
    var faults = contract.faults("POST", type.path(), content);
    return faults.isEmpty() ? contents.faults(handle, batch.from(), type, content) : faults;
  }

  private static Map<String, String> defaults(Import batch) {
    var defaults = new HashMap<String, String>();
    batch.defaults().properties().forEach(it -> defaults.put(it.getKey(), it.getValue().asText()));
    return defaults;
  }

  private static Read refused(int row, @Nullable String column, String detail) {
    return new Read(Json.object(), "", List.of(new Misfit(row, column, null, null, detail)));
  }

  private static Read refused(int row, List<Fault> faults) {
    var all =
        faults.stream().map(it -> new Misfit(row, null, it.pointer(), null, it.detail())).toList();
    return new Read(Json.object(), "", all);
  }

  private static Read thirdParty(int row, @Nullable String column) {
    var fault =
        new Misfit(row, column, null, Misfit.THIRD_PARTY, "is a record of another participant");
    return new Read(Json.object(), "", List.of(fault));
  }
}
