package org.registan.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.participant.DueDate;

/** The challenges of records. Every query names its reader: the owner, or the one who raised it. */
@ApplicationScoped
class Challenges {

  private static final String COLUMNS =
      "SELECT id, record, owner, challenger, challenger_agency, ground, text, level, version, n,"
          + " raised_at, due, answer, answer_level, answered_at FROM challenge ";

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
  List<Challenge> of(Handle handle, String reader, UUID record) {
    return handle
        .createQuery(
            COLUMNS
                + "WHERE record = :record AND (owner = :reader OR challenger = :reader)"
                + " ORDER BY raised_at, id")
        .bind("record", record)
        .bind("reader", reader)
        .map(CHALLENGE)
        .list();
  }

  /** One that was raised against a record of this owner. */
  Optional<Challenge> find(Handle handle, String owner, UUID record, UUID id) {
    return handle
        .createQuery(COLUMNS + "WHERE id = :id AND record = :record AND owner = :owner")
        .bind("id", id)
        .bind("record", record)
        .bind("owner", owner)
        .map(CHALLENGE)
        .findOne();
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
