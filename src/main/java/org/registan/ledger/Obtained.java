package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** On which days a recipient read a record: as much as its owner is told, and no hour. */
@ApplicationScoped
class Obtained {

  /** Of a recipient that never read it. */
  static final Days NEVER = new Days(null, null);

  private final Clock clock;

  Obtained(Clock clock) {
    this.clock = clock;
  }

  /** The first and the latest of the days. */
  record Days(@Nullable LocalDate first, @Nullable LocalDate latest) {}

  /** By recipient. The caller must own the record. */
  Map<String, Days> days(Handle handle, UUID record) {
    var days = new TreeMap<String, Days>();
    handle
        .createQuery(
            "SELECT recipient, MIN(day), MAX(day) FROM obtained WHERE record = :record"
                + " GROUP BY recipient")
        .bind("record", record)
        .map((row, ctx) ->
            Map.entry(
                row.getString(1),
                new Days(LocalDate.parse(row.getString(2)), LocalDate.parse(row.getString(3)))))
        .forEach(it -> days.put(it.getKey(), it.getValue()));
    return days;
  }

  /** Notes that a recipient reads these today; most it has read before on the same day. */
  void write(Handle handle, String recipient, List<UUID> records) {
    if (records.isEmpty()) {
      return;
    }
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var known =
        handle
            .createQuery(
                "SELECT record FROM obtained"
                    + " WHERE record IN (<records>) AND recipient = :recipient AND day = :today")
            .bindList("records", records)
            .bind("recipient", recipient)
            .bind("today", today)
            .mapTo(UUID.class)
            .set();
    if (!known.containsAll(records)) {
      var batch =
          handle.prepareBatch(
              "INSERT IGNORE INTO obtained (record, recipient, day) VALUES (?, ?, ?)");
      records.stream()
          .filter(it -> !known.contains(it))
          .sorted()
          .forEach(it -> batch.add(it, recipient, today));
      batch.execute();
    }
  }
}
