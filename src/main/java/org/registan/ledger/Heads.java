package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Gives recipients their positions: dense, in the order of commits. The heads are the last that a
 * transaction locks, in the order of recipients.
 */
@ApplicationScoped
class Heads {

  private final Clock clock;

  Heads(Clock clock) {
    this.clock = clock;
  }

  /** Tells each recipient its entry; at most one for each. */
  void append(Handle handle, List<Entry> entries, boolean acted) {
    if (entries.isEmpty()) {
      return;
    }
    var sizes = new HashMap<String, Integer>();
    entries.forEach(it -> sizes.put(it.recipient(), 1));
    var first = reserve(handle, sizes);
    var now = clock.instant();
    var batch =
        handle.prepareBatch(
            "INSERT INTO ledger (recipient, position, event, rtype, record, n, level, acted, at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (var entry : entries) {
      batch.add(
          entry.recipient(),
          first.get(entry.recipient()),
          entry.kind().name(),
          entry.type(),
          entry.record(),
          entry.n(),
          entry.level(),
          acted,
          now);
    }
    batch.execute();
  }

  /** Gives a batch's staged entries their positions, one block for each recipient. */
  void publish(Handle handle, long batchId, Map<String, Integer> sizes) {
    var first = reserve(handle, sizes);
    if (first.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var batch =
        handle.prepareBatch(
            "INSERT INTO block (recipient, first_position, size, batch, at)"
                + " VALUES (?, ?, ?, ?, ?)");
    first.forEach((recipient, position) ->
        batch.add(recipient, position, sizes.getOrDefault(recipient, 0), batchId, now));
    batch.execute();
  }

  /** Takes as many positions for each recipient as it needs; the first of each. */
  private static Map<String, Long> reserve(Handle handle, Map<String, Integer> sizes) {
    var recipients = recipients(sizes);
    if (recipients.isEmpty()) {
      return Map.of();
    }
    var first = new HashMap<String, Long>();
    handle
        .createQuery(
            "SELECT recipient, next FROM head WHERE recipient IN (<recipients>)"
                + " ORDER BY recipient FOR UPDATE")
        .bindList("recipients", recipients)
        .map((row, ctx) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(it -> first.put(it.getKey(), it.getValue()));
    if (first.size() != recipients.size()) {
      throw new IllegalStateException("a recipient has no head");
    }
    var batch = handle.prepareBatch("UPDATE head SET next = next + ? WHERE recipient = ?");
    recipients.forEach(it -> batch.add(sizes.getOrDefault(it, 0), it));
    batch.execute();
    return first;
  }

  private static Collection<String> recipients(Map<String, Integer> sizes) {
    var some = new TreeSet<String>();
    sizes.forEach((recipient, size) -> {
      if (size > 0) {
        some.add(recipient);
      }
    });
    return some;
  }
}
