package org.registan.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.ledger.Sights;
import org.registan.participant.DueDate;
import org.registan.record.RecordTypes;

/** The challenges of records. Every query names its reader: the owner, or the one who raised it. */
@ApplicationScoped
class Challenges {

  private static final String COLUMNS =
      "SELECT c.id, c.record, c.owner, c.challenger, c.challenger_agency, c.ground, c.text, c.level,"
          + " c.version, c.n, c.raised_at, c.due, c.answer, c.answer_level, c.answered_at";

  /**
   * What a reader may see, as it stands: a correction closes a challenge only by what the
   * challenger itself sees of it, so that nothing withheld shows in its state; and an answer is
   * shown only to a challenger that sees as much of the record as when it was given.
   */
  private static final String STANDING =
      COLUMNS
          + """
          , r.rtype, r.reference,
            CASE WHEN c.answered_at IS NOT NULL THEN 'ANSWERED'
              WHEN v.level IS NULL THEN 'UNSHARED'
              WHEN EXISTS (SELECT 1 FROM version n
                  JOIN version b ON b.record = n.record AND b.n = n.n - 1
                WHERE n.record = c.record AND n.n > c.n
                  AND CONCAT(r.rtype, '.', n.act) IN (<corrections>)
                  AND IF(LEAST(c.level, v.level) = 2,
                    n.core_rev > b.core_rev, n.detail_rev > b.detail_rev)) THEN 'CORRECTED'
              ELSE 'OPEN' END AS state,
            COALESCE(v.level >= c.answer_level AND v.status != 'ISSUED_IN_ERROR', FALSE),
            COALESCE(LEAST(c.level, v.level), c.level)
          FROM challenge c JOIN record r ON r.id = c.record
          """
          + Sights.of("c.record", "c.challenger")
          + " WHERE (c.owner = :reader OR (c.challenger = :reader AND v.level IS NOT NULL))";

  private static final RowMapper<Challenge> CHALLENGE =
      (row, ctx) -> {
        var instants = ctx.findColumnMapperFor(Instant.class).orElseThrow();
        var answered = instants.map(row, 15, ctx);
        return new Challenge(
            UUID.fromString(row.getString(1)),
            UUID.fromString(row.getString(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            Level.of(row.getInt(8)),
            row.getInt(9),
            row.getInt(10),
            instants.map(row, 11, ctx),
            Json.parse(row.getString(12), DueDate.class),
            answered == null
                ? null
                : new Challenge.Answer(row.getString(13), Level.of(row.getInt(14)), answered));
      };

  private static final RowMapper<Challenge.Standing> AS_IT_STANDS =
      (row, ctx) ->
          new Challenge.Standing(
              CHALLENGE.map(row, ctx),
              row.getString(16),
              row.getString(17),
              Challenge.State.valueOf(row.getString(18)),
              row.getBoolean(19),
              Level.of(row.getInt(20)));

  private final List<String> corrections;
  private final Clock clock;

  Challenges(RecordTypes types, Clock clock) {
    this.corrections =
        types.all().stream()
            .flatMap(type -> type.corrections().stream().map(it -> type.name() + "." + it))
            .toList();
    this.clock = clock;
  }

  void add(Handle handle, Challenge it) {
    handle.execute(
        "INSERT INTO challenge (id, record, owner, challenger, challenger_agency, ground, text,"
            + " level, version, n, raised_at, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        it.id(),
        it.record(),
        it.owner(),
        it.challenger(),
        it.challengerAgency(),
        it.ground(),
        it.text(),
        it.level().code(),
        it.version(),
        it.n(),
        it.raisedAt(),
        Json.write(it.due()));
  }

  /** Those of a record that a participant may see, oldest first. */
  List<Challenge.Standing> of(Handle handle, String reader, UUID record) {
    return standing(handle, reader, STANDING + " AND c.record = :record ORDER BY c.raised_at, c.id")
        .bind("record", record)
        .map(AS_IT_STANDS)
        .list();
  }

  /** The same of all records, after a place. */
  List<Challenge.Standing> list(
      Handle handle, String reader, Wanted wanted, @Nullable Place after, int limit) {
    var sql =
        STANDING
            + (wanted.side() == null ? "" : wanted.side().condition)
            + (wanted.dueBefore() == null ? "" : " AND JSON_VALUE(c.due, '$.due') < :dueBefore")
            + (after == null ? "" : " AND (c.raised_at, c.id) > (:at, :id)")
            + (wanted.states().isEmpty() ? "" : " HAVING state IN (<states>)")
            + " ORDER BY c.raised_at, c.id LIMIT :limit";
    var statement = standing(handle, reader, sql).bind("limit", limit);
    if (wanted.dueBefore() != null) {
      statement.bind("dueBefore", wanted.dueBefore());
    }
    if (!wanted.states().isEmpty()) {
      statement.bindList("states", wanted.states());
    }
    if (after != null) {
      statement.bind("at", after.at()).bind("id", after.id());
    }
    return statement.map(AS_IT_STANDS).list();
  }

  private Query standing(Handle handle, String reader, String sql) {
    return handle
        .createQuery(sql)
        .bindList("corrections", corrections)
        .bind("reader", reader)
        .bind("now", clock.instant());
  }

  /** Which challenges: raised by whom, in which states, and due before which day. */
  record Wanted(@Nullable Side side, List<String> states, @Nullable String dueBefore) {}

  /** On which side of a challenge its reader is. */
  enum Side {
    RECEIVED(" AND c.owner = :reader"),
    RAISED(" AND c.challenger = :reader");

    private final String condition;

    Side(String condition) {
      this.condition = condition;
    }
  }

  /** A place in the order of the list. */
  record Place(Instant at, UUID id) {}

  /** One that was raised against a record of this owner. */
  Optional<Challenge> find(Handle handle, String owner, UUID record, UUID id) {
    return handle
        .createQuery(
            COLUMNS
                + " FROM challenge c WHERE c.id = :id AND c.record = :record AND c.owner = :owner")
        .bind("id", id)
        .bind("record", record)
        .bind("owner", owner)
        .map(CHALLENGE)
        .findOne();
  }

  /** Puts other words in the place of what was said in it. */
  void say(Handle handle, Challenge challenge, @Nullable String text, @Nullable String answer) {
    handle.execute(
        "UPDATE challenge SET text = ?, answer = ? WHERE id = ? AND owner = ?",
        text,
        answer,
        challenge.id(),
        challenge.owner());
  }

  /** Answers it; false when it was answered before. */
  boolean answer(Handle handle, Challenge challenge, Challenge.Answer answer) {
    return handle.execute(
            "UPDATE challenge SET answer = ?, answer_level = ?, answered_at = ?"
                + " WHERE id = ? AND owner = ? AND answered_at IS NULL",
            answer.text(),
            answer.level().code(),
            answer.at(),
            challenge.id(),
            challenge.owner())
        == 1;
  }
}
