package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.registan.database.Portion;
import org.registan.kernel.Actor;
import org.registan.kernel.Level;
import org.registan.web.Platform;

/**
 * A recipient's ledger in the order of its positions, read in one snapshot: single entries and the
 * blocks that flips published, each entry with its view if it is the newest of its record.
 */
@ApplicationScoped
class Feed {

  private static final String ENTRIES =
      """
      (SELECT l.position AS position, l.event, l.rtype, l.record, l.n, l.level, l.at
       FROM ledger l FORCE INDEX (PRIMARY)
       WHERE l.recipient = :reader AND l.position > :after %1$s
       ORDER BY l.position LIMIT :limit)
      UNION ALL
      (SELECT b.first_position + s.k AS position, s.event, s.rtype, s.record, s.n, s.level, b.at
       FROM block b FORCE INDEX (PRIMARY)
       STRAIGHT_JOIN staged s FORCE INDEX (PRIMARY)
         ON s.batch = b.batch AND s.recipient = b.recipient AND s.k > :after - b.first_position
       WHERE b.recipient = :reader AND b.first_position + b.size > :after %2$s
       ORDER BY b.first_position, s.k LIMIT :limit)
      ORDER BY position LIMIT :limit
      """;

  private final Seeing seeing;
  private final Reads reads;
  private final Positions positions;
  private final Platform platform;
  private final Clock clock;

  Feed(Seeing seeing, Reads reads, Positions positions, Platform platform, Clock clock) {
    this.seeing = seeing;
    this.reads = reads;
    this.positions = positions;
    this.platform = platform;
    this.clock = clock;
  }

  /** One entry; {@code view} only on the newest of a record that is visible now. */
  record Change(
      long position,
      String event,
      String type,
      UUID record,
      Level level,
      Instant at,
      int version,
      @Nullable Seen view) {

    long length() {
      return view == null ? 0 : view.length();
    }

    boolean isUnshared() {
      return event.equals(Entry.Kind.UNSHARED.name());
    }
  }

  /** A page of the feed. */
  record Page(List<Change> changes, String next, boolean more) {}

  Page read(Handle handle, Actor actor, Optional<String> after, List<String> types, int limit) {
    var row = platform.row(handle);
    var from = positions.open(row, actor, after);
    var found = changes(handle, actor.participant(), from, types, limit);
    var page = withFullViews(handle, found.items());
    var last = page.isEmpty() ? from : page.getLast().position();
    reads.log(
        handle,
        actor,
        "changes.read",
        page.stream().map(Change::view).filter(java.util.Objects::nonNull).toList());
    return new Page(page, positions.cursor(row, actor, last), found.more());
  }

  private Portion<Change> changes(
      Handle handle, String reader, long after, List<String> types, int limit) {
    var entries =
        types.isEmpty()
            ? ENTRIES.formatted("", "")
            : ENTRIES.formatted("AND l.rtype IN (<types>)", "AND s.rtype IN (<types>)");
    var query =
        handle
            .createQuery(views(entries))
            .bind("reader", reader)
            .bind("after", after)
            .bind("limit", limit + 1)
            .bind("now", clock.instant())
            .setFetchSize(Portion.AHEAD);
    if (!types.isEmpty()) {
      query.bindList("types", types);
    }
    return Portion.of(query.map(Feed::change), limit, Change::length);
  }

  private static Change change(ResultSet row, StatementContext ctx) throws SQLException {
    var instants = ctx.findColumnMapperFor(Instant.class).orElseThrow();
    var type = row.getString(3);
    var record = UUID.fromString(row.getString(4));
    var shown = row.getBoolean(8) && row.getString(9) != null;
    return new Change(
        row.getLong(1),
        row.getString(2),
        type,
        record,
        Level.of(row.getInt(5)),
        instants.map(row, 6, ctx),
        row.getInt(7),
        shown
            ? new Seen(
                type,
                record,
                row.getString(9),
                Level.of(row.getInt(10)),
                row.getInt(11),
                instants.map(row, 12, ctx),
                LocalDate.parse(row.getString(13)),
                row.getString(14))
            : null);
  }

  private static String views(String entries) {
    return """
    SELECT e.position, e.event, e.rtype, e.record, e.level, e.at,
      CASE e.level WHEN 2 THEN x.core_rev WHEN 3 THEN x.detail_rev ELSE x.owner_rev END,
      NOT EXISTS (SELECT 1 FROM ledger n FORCE INDEX (k_record)
          WHERE n.recipient = :reader AND n.record = e.record AND n.position > e.position)
        AND NOT EXISTS (SELECT 1 FROM staged s FORCE INDEX (k_record)
          JOIN block b ON b.recipient = s.recipient AND b.batch = s.batch
          WHERE s.recipient = :reader AND s.record = e.record
            AND b.first_position + s.k > e.position),
      v.owner, v.level, d.rev, d.at, v.sort_date, d.body
    FROM (%s) e
    LEFT JOIN version x ON x.record = e.record AND x.n = e.n
    LEFT JOIN (visible v FORCE INDEX (u_record)
        JOIN gate g FORCE INDEX (PRIMARY) ON g.owner = v.owner AND g.rtype = v.rtype
        JOIN doc d FORCE INDEX (PRIMARY) ON d.record = v.record AND d.layer = v.level)
      ON v.record = e.record AND v.recipient = :reader AND %s
    ORDER BY e.position
    """
        .formatted(entries, Seeing.NOW_VISIBLE);
  }

  private List<Change> withFullViews(Handle handle, List<Change> changes) {
    var views =
        seeing.full(
            handle, changes.stream().map(Change::view).filter(java.util.Objects::nonNull).toList());
    var full = new ArrayList<Change>();
    var next = views.iterator();
    for (var it : changes) {
      full.add(
          it.view() == null
              ? it
              : new Change(
                  it.position(),
                  it.event(),
                  it.type(),
                  it.record(),
                  it.level(),
                  it.at(),
                  it.version(),
                  next.next()));
    }
    return full;
  }
}
