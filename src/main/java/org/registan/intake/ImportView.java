package org.registan.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.registan.kernel.Json;

/**
 * An import, and what became of a record in it, as its agency and its national authority see them.
 */
final class ImportView {

  private ImportView() {}

  static ObjectNode of(Import batch) {
    var view =
        Json.object()
            .put("id", batch.id().toString())
            .put("state", batch.state().name())
            .put("format", batch.mediaType());
    view.set("defaults", batch.defaults());
    view.putObject("receivedFrom")
        .put("account", batch.from().account())
        .put("agency", batch.from().agency());
    return view.put("receivedAt", batch.receivedAt().toString()).put("rows", batch.rows());
  }

  /** As one of many, without counting again what became of each of its records. */
  static ObjectNode listed(Import batch) {
    var view = of(batch);
    return batch.drafted() == null ? view : view.put("drafted", batch.drafted());
  }

  static ObjectNode of(Map<Import.Outcome, Integer> counts) {
    var records = Json.object();
    records.put("total", counts.values().stream().mapToInt(Integer::intValue).sum());
    for (var outcome : Import.Outcome.values()) {
      records.put(outcome.name().toLowerCase(Locale.ROOT), counts.getOrDefault(outcome, 0));
    }
    return records;
  }

  static String line(Entries.Entry entry) {
    var line = Json.object().put("row", entry.row()).put("outcome", entry.outcome().name());
    if (entry.record() != null) {
      line.put("record", entry.record().toString());
    }
    if (entry.faults() != null) {
      line.set("errors", entry.faults());
    }
    return Json.write(line);
  }
}
