package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** On which days a recipient read a record: as much as its owner is told, and no hour. */
@ApplicationScoped
class Obtained {

  /** Of a recipient that never read it. */
  static final Days NEVER = new Days(null, null);

  /** About 30 MB. */
  private static final int MOST = 200_000;

  private record Line(UUID record, String recipient, LocalDate day) {}

  /** What this node knows to be written, as the same is read again and again on a day. */
  private final Set<Line> noted = ConcurrentHashMap.newKeySet();

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

  /** Notes that a recipient reads these today. */
  void write(Handle handle, String recipient, List<UUID> records) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var fresh =
        records.stream()
            .sorted()
            .map(it -> new Line(it, recipient, today))
            .filter(it -> !noted.contains(it))
            .toList();
    if (!fresh.isEmpty()) {
      var batch =
          handle.prepareBatch(
              "INSERT IGNORE INTO obtained (record, recipient, day) VALUES (?, ?, ?)");
      fresh.forEach(it -> batch.add(it.record(), it.recipient(), it.day()));
      batch.execute();
      handle.afterCommit(() -> remember(fresh));
    }
  }

  private void remember(List<Line> lines) {
    if (noted.size() > MOST) {
      noted.clear();
    }
    noted.addAll(lines);
  }
}
