package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Level;

/** What recipients were told of one record: the ledger is the history of its release. */
@ApplicationScoped
class Told {

  /** One entry, with the time it was told and whether an act of the owner was the cause. */
  record Line(
      String recipient,
      long position,
      String event,
      int n,
      Level level,
      boolean acted,
      Instant at) {

    boolean endsRelease() {
      return event.equals(Entry.Kind.UNSHARED.name());
    }
  }

  private static final String ALL =
      """
      SELECT l.recipient, l.position, l.event, l.n, l.level, l.acted, l.at
      FROM ledger l FORCE INDEX (k_record)
      WHERE l.recipient IN (<recipients>) AND l.record = :record
      UNION ALL
      SELECT s.recipient, b.first_position + s.k, s.event, s.n, s.level, FALSE, b.at
      FROM staged s FORCE INDEX (k_record)
      JOIN block b ON b.recipient = s.recipient AND b.batch = s.batch
      WHERE s.recipient IN (<recipients>) AND s.record = :record
      ORDER BY 1, 2
      """;

  /** The entries of the present unbroken release, oldest first; none when there is none. */
  List<Line> of(Handle handle, String recipient, UUID record) {
    return all(handle, List.of(recipient), record).getOrDefault(recipient, List.of());
  }

  /** The same for several recipients, in one statement. */
  Map<String, List<Line>> all(Handle handle, Collection<String> recipients, UUID record) {
    var present = new HashMap<String, List<Line>>();
    ever(handle, recipients, record)
        .forEach(line -> {
          var told = present.computeIfAbsent(line.recipient(), key -> new ArrayList<>());
          if (line.endsRelease()) {
            told.clear();
          } else {
            told.add(line);
          }
        });
    return present;
  }

  /** The entries of past releases too, by recipient, oldest first. */
  List<Line> ever(Handle handle, Collection<String> recipients, UUID record) {
    return handle
        .createQuery(ALL)
        .bindList("recipients", recipients)
        .bind("record", record)
        .map((row, ctx) ->
            new Line(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                Level.of(row.getInt(5)),
                row.getBoolean(6),
                ctx.findColumnMapperFor(Instant.class).orElseThrow().map(row, 7, ctx)))
        .list();
  }
}
