package org.registan.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Ended records that hold natural persons' data, by the day on which each ended. */
@ApplicationScoped
public class Retentions {

  /** Notes that a record has ended, if it has and holds any. */
  public void write(Handle handle, RecordType type, Row row) {
    type.ended(row)
        .ifPresent(day -> {
          handle.execute("DELETE FROM retention WHERE record = ?", row.id());
          handle.execute(
              "INSERT INTO retention (record, owner, rtype, ended) SELECT ?, ?, ?, ? FROM DUAL"
                  + " WHERE EXISTS (SELECT 1 FROM natural_person WHERE record = ?)",
              row.id(),
              row.owner(),
              row.type(),
              day,
              row.id());
        });
  }

  /** Whose persons' data are kept of records that ended. */
  public List<Deadlines.Owner> owners(Handle handle) {
    return handle
        .createQuery("SELECT DISTINCT owner, rtype FROM retention")
        .map((row, ctx) -> new Deadlines.Owner(row.getString(1), row.getString(2)))
        .list();
  }

  /** A record and the day on which it ended. */
  public record Ended(UUID record, LocalDate day) {}

  /** Those of an owner that ended by {@code latest}, the longest ago first, after {@code after}. */
  public List<Ended> by(
      Handle handle, Deadlines.Owner owner, LocalDate latest, @Nullable Ended after, int limit) {
    var statement =
        handle
            .createQuery(
                "SELECT record, ended FROM retention FORCE INDEX (k_owner) WHERE owner = :owner"
                    + " AND rtype = :type AND ended <= :latest"
                    + (after == null ? "" : " AND (ended, record) > (:day, :record)")
                    + " ORDER BY ended, record LIMIT :limit")
            .bind("owner", owner.code())
            .bind("type", owner.type())
            .bind("latest", latest)
            .bind("limit", limit);
    if (after != null) {
      statement.bind("day", after.day()).bind("record", after.record());
    }
    return statement
        .map((row, ctx) ->
            new Ended(UUID.fromString(row.getString(1)), LocalDate.parse(row.getString(2))))
        .list();
  }

  /** The day on which a record ended, if any of its persons' data are still there. */
  public Optional<LocalDate> ended(Handle handle, UUID record) {
    return handle
        .createQuery("SELECT ended FROM retention WHERE record = :record")
        .bind("record", record)
        .map((row, ctx) -> LocalDate.parse(row.getString(1)))
        .findOne();
  }
}
