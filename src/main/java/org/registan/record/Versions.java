package org.registan.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.kernel.Level;

/** The released versions of records: which revision of each layer was current, and the act. */
@ApplicationScoped
public class Versions {

  private final Clock clock;

  Versions(Clock clock) {
    this.clock = clock;
  }

  /** A released version; who and why are the owner's alone. */
  public record Version(
      int n,
      int core,
      int detail,
      int owner,
      Instant at,
      String act,
      String account,
      String agency,
      String reason) {

    /** The revision of {@code layer} that was current in it. */
    public int revision(Level layer) {
      return switch (layer) {
        case CORE -> core;
        case DETAIL -> detail;
        case OWNER -> owner;
        case NONE, CONTACT -> throw new IllegalArgumentException("no layer: " + layer);
      };
    }
  }

  public void add(
      Handle handle, Row row, Documents.Revisions layers, String act, Actor by, String reason) {
    handle.execute(
        "INSERT INTO version (record, n, core_rev, detail_rev, owner_rev, at, act, account,"
            + " agency, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.id(),
        row.version(),
        layers.of(Level.CORE),
        layers.of(Level.DETAIL),
        layers.of(Level.OWNER),
        clock.instant(),
        act,
        by.account(),
        by.agency(),
        reason);
  }

  /** Takes the reasons that name someone. */
  public void erase(Handle handle, Erasure erasure) {
    for (var version : of(handle, erasure.row().id())) {
      if (erasure.traces().isIn(version.reason())) {
        handle.execute(
            "UPDATE version SET reason = ? WHERE record = ? AND n = ?",
            Erasure.ERASED,
            erasure.row().id(),
            version.n());
      }
    }
  }

  /** All versions of a record, oldest first. */
  public List<Version> of(Handle handle, UUID record) {
    return handle
        .createQuery(
            "SELECT n, core_rev, detail_rev, owner_rev, at, act, account, agency, reason"
                + " FROM version WHERE record = :record ORDER BY n")
        .bind("record", record)
        .map((row, ctx) ->
            new Version(
                row.getInt(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                ctx.findColumnMapperFor(Instant.class).orElseThrow().map(row, 5, ctx),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9)))
        .list();
  }
}
