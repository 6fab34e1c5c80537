package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.registan.database.Portion;
import org.registan.kernel.Ids;
import org.registan.kernel.Level;
import org.registan.record.Persons;
import org.registan.record.References;

/**
 * Reads through visibility: every query names its reader, and a hidden record and a missing one are
 * looked for by the same statement.
 */
@ApplicationScoped
class Seeing {

  /** What is visible now: the clause of every read. */
  static final String NOW_VISIBLE =
      """
       v.level >= 2 AND v.from_gen <= g.generation AND v.to_gen > g.generation
       AND v.since <= :now AND v.until > :now
       AND (g.stopped = FALSE OR v.given = TRUE OR v.owner = v.recipient)
      """;

  private static final String COLUMNS =
      "SELECT STRAIGHT_JOIN v.record, v.owner, v.level, d.rev, d.at, v.sort_date, d.body ";

  private static final String JOINS =
      """
      STRAIGHT_JOIN gate g FORCE INDEX (PRIMARY) ON g.owner = v.owner AND g.rtype = v.rtype
      STRAIGHT_JOIN doc d FORCE INDEX (PRIMARY) ON d.record = v.record AND d.layer = v.level
      """;

  private static final String BY_ID =
      COLUMNS
          + "FROM visible v FORCE INDEX (u_record) "
          + JOINS
          + "WHERE v.record = :id AND v.recipient = :reader AND v.rtype = :type AND"
          + NOW_VISIBLE;

  private static final String BY_REFERENCE =
      COLUMNS
          + "FROM record r FORCE INDEX (u_reference)"
          + " STRAIGHT_JOIN visible v FORCE INDEX (u_record) ON v.record = r.id "
          + JOINS
          + "WHERE r.owner = :owner AND r.reference = :reference AND v.recipient = :reader"
          + " AND v.rtype = :type AND"
          + NOW_VISIBLE;

  private final Persons persons;

  Seeing(Persons persons) {
    this.persons = persons;
  }

  /** The record with this id or reference, if the reader sees it; persons' data left apart. */
  Optional<Seen> bare(Handle handle, String reader, String type, String name, Instant now) {
    return Ids.parse(name)
        .map(id -> bareById(handle, reader, type, id, now))
        .orElseGet(() -> byReference(handle, reader, type, name, now));
  }

  Optional<Seen> byId(Handle handle, String reader, String type, UUID id, Instant now) {
    return bareById(handle, reader, type, id, now).map(it -> full(handle, List.of(it)).getFirst());
  }

  private static Optional<Seen> bareById(
      Handle handle, String reader, String type, UUID id, Instant now) {
    return handle
        .createQuery(BY_ID)
        .bind("id", id)
        .bind("reader", reader)
        .bind("type", type)
        .bind("now", now)
        .map(mapper(type))
        .findOne();
  }

  /** What every recipient sees of a record, for its owner. */
  Map<String, Seen> byEveryone(Handle handle, String type, UUID id, Instant now) {
    var sql =
        COLUMNS.stripTrailing()
            + ", v.recipient FROM visible v FORCE INDEX (u_record) "
            + JOINS
            + "WHERE v.record = :id AND v.rtype = :type AND"
            + NOW_VISIBLE;
    return handle
        .createQuery(sql)
        .bind("id", id)
        .bind("type", type)
        .bind("now", now)
        .map((row, ctx) -> Map.entry(row.getString(8), mapper(type).map(row, ctx)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** By its reference; persons' data left apart. */
  static Optional<Seen> byReference(
      Handle handle, String reader, String type, String reference, Instant now) {
    var owner = References.owner(reference);
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    return handle
        .createQuery(BY_REFERENCE)
        .bind("owner", owner.get())
        .bind("reference", reference)
        .bind("reader", reader)
        .bind("type", type)
        .bind("now", now)
        .map(mapper(type))
        .findOne();
  }

  /** A page in list order: newest date first. */
  Portion<Seen> page(Handle handle, String reader, String type, Query query, Page page) {
    var where = query.where();
    var sql =
        COLUMNS
            + "FROM visible v FORCE INDEX (PRIMARY) "
            + JOINS
            + "WHERE v.recipient = :reader AND v.rtype = :type AND"
            + NOW_VISIBLE
            + where.sql()
            + (page.after() == null
                ? ""
                : " AND v.sort_date <= :date AND (v.sort_date < :date OR v.record < :record)")
            + " ORDER BY v.sort_date DESC, v.record DESC LIMIT :limit";
    var statement =
        handle
            .createQuery(sql)
            .bind("reader", reader)
            .bind("type", type)
            .bind("now", page.now())
            .bind("limit", page.limit() + 1)
            .setFetchSize(Portion.AHEAD);
    if (page.after() != null) {
      statement.bind("date", page.after().date()).bind("record", page.after().record());
    }
    where.bindTo(statement);
    var bare = Portion.of(statement.map(mapper(type)), page.limit(), Seen::length);
    return new Portion<>(full(handle, bare.items()), bare.more());
  }

  /** Where a page begins: after a place, and how long it may be. */
  record Page(@org.jspecify.annotations.Nullable Place after, int limit, Instant now) {}

  /** A place in list order. */
  record Place(LocalDate date, UUID record) {}

  /** Puts back what concerns natural persons, in one statement for all. */
  List<Seen> full(Handle handle, List<Seen> found) {
    var bodies = persons.putBack(handle, found.stream().map(Seen::body).toList());
    var full = new ArrayList<Seen>();
    for (int i = 0; i < found.size(); i++) {
      full.add(found.get(i).with(bodies.get(i)));
    }
    return full;
  }

  private static RowMapper<Seen> mapper(String type) {
    return (row, ctx) -> seen(type, row, ctx);
  }

  /** A row that begins with record, owner, level, revision, its time, date and document. */
  static Seen seen(String type, ResultSet row, StatementContext ctx) throws SQLException {
    return new Seen(
        type,
        UUID.fromString(row.getString(1)),
        row.getString(2),
        Level.of(row.getInt(3)),
        row.getInt(4),
        ctx.findColumnMapperFor(Instant.class).orElseThrow().map(row, 5, ctx),
        LocalDate.parse(row.getString(6)),
        row.getString(7));
  }
}
