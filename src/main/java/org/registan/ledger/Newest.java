package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.audit.Mention;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.RecordType;
import org.registan.web.Cursors;
import org.registan.web.Platform;

/**
 * Of each owner, or of each series of an owner's, its newest record that a query finds, among those
 * that the reader sees: for what puts one part of them side by side. Logged as read, like every
 * read.
 */
@ApplicationScoped
public class Newest {

  /** As many participants as there will never be. */
  private static final int ALL = 10_000;

  private final Reads reads;
  private final Audit audit;
  private final Platform platform;
  private final Clock clock;

  Newest(Reads reads, Audit audit, Platform platform, Clock clock) {
    this.reads = reads;
    this.audit = audit;
    this.platform = platform;
    this.clock = clock;
  }

  /**
   * A record.
   *
   * @param series to which it belongs, if they come in any
   */
  public record Found(Seen seen, String series, String reference) {

    public UUID id() {
      return seen.id();
    }

    public String owner() {
      return seen.owner();
    }

    public Mention mention() {
      return seen.mention();
    }
  }

  /**
   * What makes one the newest.
   *
   * @param series the key that tells an owner's series apart; nothing where it has one
   * @param by the key that tells which is newest; nothing for what was released last, which decides
   *     between the same, too
   * @param least the level that the reader has at least
   * @param shown the level at which the newest is given; if it is below that, none of its series is
   * @param whole whether it is read with what it says
   */
  public record Order(String series, String by, Level least, Level shown, boolean whole) {}

  /** What is looked for, and which part of the records is read. */
  public record Wish(
      RecordType type, Query query, Order order, String event, Map<String, String> facts) {}

  private record Place(String owner, String series) {}

  /** In the order of owners and series, so many from a cursor on. */
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
    var after = cursor.map(it -> Cursors.open(key, bound, it, Place.class));
    var found = find(handle, actor, wish, after.orElse(null), limit + 1);
    var page = Cursors.page(key, bound, found, limit, it -> new Place(it.owner(), it.series()));
    log(handle, actor, wish, page.items());
    return page;
  }

  /** Of all owners. */
  public List<Found> all(Handle handle, Actor actor, Wish wish) {
    var found = find(handle, actor, wish, null, ALL);
    log(handle, actor, wish, found);
    return found;
  }

  /**
   * Of all owners, read for something of the actor's own: others learn that theirs were read, not
   * for what, and that is owed even if what they were read for fails.
   *
   * @param wanted which of those found are read
   */
  public List<Found> consulted(Handle handle, Actor actor, Wish wish, Predicate<Found> wanted) {
    var found = find(handle, actor, wish, null, ALL).stream().filter(wanted).toList();
    var foreign =
        found.stream()
            .map(Found::mention)
            .filter(it -> !it.owner().equals(actor.participant()))
            .toList();
    if (!foreign.isEmpty()) {
      audit.writeInAnyCase(handle, Event.readFor(wish.event(), actor, foreign, wish.facts()));
    }
    return found;
  }

  /** Of all owners, where something is looked for: those it is found in are to be logged. */
  public List<Found> unlogged(Handle handle, Actor actor, Wish wish) {
    return find(handle, actor, wish, null, ALL);
  }

  /** Logs those as read of which something is shown. */
  public void log(Handle handle, Actor actor, Wish wish, List<Found> found) {
    reads.logMentions(
        handle, actor, wish.event(), found.stream().map(Found::mention).toList(), wish.facts());
  }

  private List<Found> find(
      Handle handle, Actor actor, Wish wish, @Nullable Place after, int limit) {
    var where = wish.query().where();
    var order = wish.order();
    var sql =
        "SELECT n.record, n.owner, n.level, d.rev, d.at, n.sort_date, "
            + (order.whole() ? "d.body" : "''")
            + ", n.series, r.reference FROM ("
            + "SELECT STRAIGHT_JOIN v.record, v.owner, v.sort_date, v.level, "
            + value("s", order.series())
            + " AS series, ROW_NUMBER() OVER (PARTITION BY v.owner, "
            + value("s", order.series())
            + " ORDER BY "
            + value("b", order.by())
            + " DESC, first.at DESC, v.record) AS place"
            + " FROM visible v FORCE INDEX (PRIMARY)"
            + " STRAIGHT_JOIN gate g FORCE INDEX (PRIMARY)"
            + " ON g.owner = v.owner AND g.rtype = v.rtype"
            + " STRAIGHT_JOIN version first FORCE INDEX (PRIMARY)"
            + " ON first.record = v.record AND first.n = 1"
            + join("s", order.series())
            + join("b", order.by())
            + " WHERE v.recipient = :reader AND v.rtype = :type AND v.level >= :least AND"
            + Seeing.NOW_VISIBLE
            + where.sql()
            + (after == null ? "" : " AND v.owner >= :owner")
            + ") n STRAIGHT_JOIN record r FORCE INDEX (PRIMARY) ON r.id = n.record"
            + " STRAIGHT_JOIN doc d FORCE INDEX (PRIMARY)"
            + " ON d.record = n.record AND d.layer = n.level"
            + " WHERE n.place = 1 AND n.level >= :shown"
            + (after == null
                ? ""
                : " AND (n.owner > :owner OR (n.owner = :owner AND n.series > :series))")
            + " ORDER BY n.owner, n.series LIMIT :limit";
    var statement =
        handle
            .createQuery(sql)
            .bind("reader", actor.participant())
            .bind("type", wish.type().name())
            .bind("least", order.least())
            .bind("shown", order.shown())
            .bind("now", clock.instant())
            .bind("limit", limit);
    if (after != null) {
      statement.bind("owner", after.owner()).bind("series", after.series());
    }
    where.bindTo(statement);
    return statement
        .map((row, ctx) ->
            new Found(
                Seeing.seen(wish.type().name(), row, ctx), row.getString(8), row.getString(9)))
        .list();
  }

  private static String value(String alias, String key) {
    return key.isEmpty() ? "''" : alias + ".value";
  }

  /** A key of the record, at a layer that the reader's level includes. */
  private static String join(String alias, String key) {
    return key.isEmpty()
        ? ""
        : " STRAIGHT_JOIN record_key %1$s FORCE INDEX (PRIMARY) ON %1$s.record = v.record AND %1$s.name = '%2$s' AND %1$s.layer <= v.level"
            .formatted(alias, key);
  }
}
