package org.registan.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What lies ahead of released records, written with every act on them. One that was done stays as
 * done for as long as it would stand, so that it is done once.
 */
@ApplicationScoped
public class Deadlines {

  private record Entry(String name, LocalDate day) {}

  /** Writes what lies ahead of a record now, and forgets what no longer does. */
  public void write(Handle handle, RecordType type, Row row) {
    var wanted = new HashSet<Entry>();
    type.deadlines(row).forEach(it -> wanted.add(new Entry(it.name(), it.day())));
    var there = there(handle, row);
    for (var gone : there) {
      if (!wanted.contains(gone)) {
        handle.execute("DELETE FROM deadline WHERE record = ? AND name = ?", row.id(), gone.name());
      }
    }
    wanted.removeAll(there);
    for (var come : wanted) {
      handle.execute(
          "INSERT INTO deadline (record, name, day, owner, rtype) VALUES (?, ?, ?, ?, ?)",
          row.id(),
          come.name(),
          come.day(),
          row.owner(),
          row.type());
    }
  }

  private static Set<Entry> there(Handle handle, Row row) {
    return handle
        .createQuery("SELECT name, day FROM deadline WHERE record = :record")
        .bind("record", row.id())
        .map((rs, ctx) -> new Entry(rs.getString(1), LocalDate.parse(rs.getString(2))))
        .set();
  }

  /** An owner and a kind of its records. */
  public record Owner(String code, String type) {}

  /** For whom something may be due, on the latest date that it is anywhere. */
  public List<Owner> waiting(Handle handle, LocalDate latest) {
    return handle
        .createQuery(
            "SELECT DISTINCT owner, rtype FROM deadline FORCE INDEX (k_day)"
                + " WHERE done = FALSE AND day <= :latest")
        .bind("latest", latest)
        .map((row, ctx) -> new Owner(row.getString(1), row.getString(2)))
        .list();
  }

  /** One that is due. */
  public record Due(UUID record, String name, LocalDate day) {}

  /** What is due for an owner, the longest due first, after {@code after}. */
  public List<Due> due(
      Handle handle, Owner owner, LocalDate today, @Nullable Due after, int limit) {
    var statement =
        handle
            .createQuery(
                "SELECT record, name, day FROM deadline FORCE INDEX (k_owner) WHERE owner = :owner"
                    + " AND rtype = :type AND done = FALSE AND day <= :today"
                    + (after == null ? "" : " AND (day, record, name) > (:day, :record, :name)")
                    + " ORDER BY day, record, name LIMIT :limit")
            .bind("owner", owner.code())
            .bind("type", owner.type())
            .bind("today", today)
            .bind("limit", limit);
    if (after != null) {
      statement.bind("day", after.day()).bind("record", after.record()).bind("name", after.name());
    }
    return statement
        .map((row, ctx) ->
            new Due(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                LocalDate.parse(row.getString(3))))
        .list();
  }

  /** Takes one that is due as done; false when it was done or no longer stands. */
  public boolean take(Handle handle, Due due) {
    return handle.execute(
            "UPDATE deadline SET done = TRUE"
                + " WHERE record = ? AND name = ? AND day = ? AND done = FALSE",
            due.record(),
            due.name(),
            due.day())
        == 1;
  }
}
