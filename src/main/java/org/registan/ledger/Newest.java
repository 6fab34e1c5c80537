package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.audit.Mention;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.RecordType;
import org.registan.web.Cursors;
import org.registan.web.Platform;

/**
 * Of each owner its newest record that a query finds, among those that the reader sees in full: for
 * what puts one part of them side by side. The newest is what was released last. Logged as read,
 * like every read.
 */
@ApplicationScoped
public class Newest {

  /** As many participants as there will never be. */
  private static final int ALL = 10_000;

  private final Reads reads;
  private final Platform platform;
  private final Clock clock;

  Newest(Reads reads, Platform platform, Clock clock) {
    this.reads = reads;
    this.platform = platform;
    this.clock = clock;
  }

  /** A record without what it says. */
  public record Found(UUID id, String owner, String reference, LocalDate date, Mention mention) {}

  /** What is looked for, and which part of the records is read. */
  public record Wish(RecordType type, Query query, String event, Map<String, String> facts) {}

  private record Place(String owner) {}

  /** In the order of owners, so many from a cursor on. */
  public Cursors.Page<Found> page(
      Handle handle, Actor actor, Wish wish, int limit, Optional<String> cursor) {
    var bound =
        String.join(
            "\n",
            actor.participant(),
            wish.type().name(),
            wish.event(),
            Json.canonical(Json.tree(wish.facts())),
            Json.write(wish.query()));
    var key = platform.row(handle).cursorKey();
    var after = cursor.map(it -> Cursors.open(key, bound, it, Place.class).owner());
    var found = find(handle, actor, wish, after.orElse(null), limit + 1);
    var page = Cursors.page(key, bound, found, limit, it -> new Place(it.owner()));
    log(handle, actor, wish, page.items());
    return page;
  }

  /** Of all owners. */
  public List<Found> all(Handle handle, Actor actor, Wish wish) {
    var found = find(handle, actor, wish, null, ALL);
    log(handle, actor, wish, found);
    return found;
  }

  private void log(Handle handle, Actor actor, Wish wish, List<Found> found) {
    reads.logMentions(
        handle, actor, wish.event(), found.stream().map(Found::mention).toList(), wish.facts());
  }

  private List<Found> find(
      Handle handle, Actor actor, Wish wish, @Nullable String after, int limit) {
    var where = wish.query().where();
    var type = wish.type().name();
    var sql =
        "SELECT n.record, n.owner, r.reference, n.sort_date, n.level, d.rev FROM ("
            + "SELECT STRAIGHT_JOIN v.record, v.owner, v.sort_date, v.level, ROW_NUMBER() OVER"
            + " (PARTITION BY v.owner ORDER BY first.at DESC, v.record) AS place"
            + " FROM visible v FORCE INDEX (PRIMARY)"
            + " STRAIGHT_JOIN gate g FORCE INDEX (PRIMARY)"
            + " ON g.owner = v.owner AND g.rtype = v.rtype"
            + " STRAIGHT_JOIN version first FORCE INDEX (PRIMARY)"
            + " ON first.record = v.record AND first.n = 1"
            + " WHERE v.recipient = :reader AND v.rtype = :type AND v.level >= :full AND"
            + Seeing.NOW_VISIBLE
            + where.sql()
            + (after == null ? "" : " AND v.owner > :after")
            + ") n STRAIGHT_JOIN record r FORCE INDEX (PRIMARY) ON r.id = n.record"
            + " STRAIGHT_JOIN doc d FORCE INDEX (PRIMARY)"
            + " ON d.record = n.record AND d.layer = n.level"
            + " WHERE n.place = 1 ORDER BY n.owner LIMIT :limit";
    var statement =
        handle
            .createQuery(sql)
            .bind("reader", actor.participant())
            .bind("type", type)
            .bind("full", Level.DETAIL)
            .bind("now", clock.instant())
            .bind("limit", limit);
    if (after != null) {
      statement.bind("after", after);
    }
    where.bindTo(statement);
    return statement
        .map((row, ctx) -> {
          var id = UUID.fromString(row.getString(1));
          var owner = row.getString(2);
          return new Found(
              id,
              owner,
              row.getString(3),
              LocalDate.parse(row.getString(4)),
              new Mention(type, id, owner, row.getInt(6), Level.of(row.getInt(5))));
        })
        .list();
  }
}
