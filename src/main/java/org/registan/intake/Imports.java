package org.registan.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.record.Term;

/** The files of each agency, as far as they have come. */
@ApplicationScoped
class Imports {

  /** Before the turn of every file that is still read. */
  private static final int APPROVED = -1_000_000;

  private static final String SELECT =
      "SELECT id, owner, rtype, agency, account, client, media_type, defaults, state, received_at,"
          + " row_count, drafted, approver, approver_agency, reason, term FROM import_batch ";

  private static final RowMapper<Import> IMPORT =
      (row, ctx) ->
          new Import(
              UUID.fromString(row.getString(1)),
              row.getString(2),
              row.getString(3),
              Import.from(row.getString(2), row.getString(4), row.getString(5), row.getString(6)),
              row.getString(7),
              Json.parse(row.getString(8)),
              Import.State.valueOf(row.getString(9)),
              ctx.findColumnMapperFor(Instant.class).orElseThrow().map(row, 10, ctx),
              row.getInt(11),
              row.getObject(12, Integer.class),
              row.getString(13) == null ? null : release(row));

  private static Import.Release release(ResultSet row) throws SQLException {
    var approver =
        new Actor(
            row.getString(2), row.getString(14), Set.of(Role.RELEASER), row.getString(13), null);
    var term = row.getString(16) == null ? null : Json.parse(row.getString(16), Term.class);
    return new Import.Release(approver, row.getString(15), term);
  }

  /** Begins to receive a file. */
  void add(Handle handle, Import batch) {
    handle.execute(
        "INSERT INTO import_batch (id, owner, rtype, agency, account, client, media_type, defaults,"
            + " state, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        batch.id(),
        batch.owner(),
        batch.type(),
        batch.from().agency(),
        batch.from().account(),
        batch.from().client(),
        batch.mediaType(),
        Json.write(batch.defaults()),
        batch.state().name(),
        batch.receivedAt());
  }

  /** The import that an agency of a participant brought in. */
  Optional<Import> find(Handle handle, Actor actor, String type, UUID id) {
    return ofState(handle, actor, type, id).filter(it -> it.from().agency().equals(actor.agency()));
  }

  /** One that its participant may follow, whichever agency brought it in. */
  Optional<Import> ofState(Handle handle, Actor actor, String type, UUID id) {
    return find(handle, actor.participant(), id)
        .filter(it -> it.type().equals(type) && it.state() != Import.State.RECEIVING);
  }

  /** Where a page of the list ended. */
  record Place(Instant at, UUID id) {}

  /** A participant's imports, the newest first, of one agency or of all. */
  List<Import> page(
      Handle handle,
      Actor actor,
      String type,
      Optional<String> agency,
      @Nullable Place after,
      int limit) {
    var query =
        handle
            .createQuery(
                SELECT
                    + "FORCE INDEX (k_received) WHERE owner = :owner AND rtype = :type"
                    + " AND state <> 'RECEIVING'"
                    + (agency.isPresent() ? " AND agency = :agency" : "")
                    + (after == null ? "" : " AND (received_at, id) < (:at, :id)")
                    + " ORDER BY received_at DESC, id DESC LIMIT :limit")
            .bind("owner", actor.participant())
            .bind("type", type)
            .bind("limit", limit);
    agency.ifPresent(it -> query.bind("agency", it));
    if (after != null) {
      query.bind("at", after.at()).bind("id", after.id());
    }
    return query.map(IMPORT).list();
  }

  /** The import that a participant's proposal is about. */
  Optional<Import> find(Handle handle, String owner, UUID id) {
    return handle
        .createQuery(SELECT + "WHERE id = :id AND owner = :owner")
        .bind("id", id)
        .bind("owner", owner)
        .map(IMPORT)
        .findOne();
  }

  /** Moves an import on; false when it no longer is where it was. */
  boolean move(Handle handle, UUID id, Import.State from, Import.State to) {
    var works =
        to == Import.State.READING || to == Import.State.NOTIFYING || to == Import.State.DISCARDING;
    return handle.execute(
            "UPDATE import_batch SET state = ?, active = ?, turn = ? WHERE id = ? AND state = ?",
            to.name(),
            works,
            to == Import.State.NOTIFYING ? APPROVED : 0,
            id,
            from.name())
        == 1;
  }

  /** Whether it still comes in, which nothing ends until the transaction does. */
  boolean isComingIn(Handle handle, UUID id) {
    return handle
        .createQuery(
            "SELECT state = 'RECEIVING' FROM import_batch WHERE id = :id LOCK IN SHARE MODE")
        .bind("id", id)
        .mapTo(boolean.class)
        .findOne()
        .orElse(false);
  }

  void received(Handle handle, UUID id, int rows) {
    handle.execute("UPDATE import_batch SET row_count = ? WHERE id = ?", rows, id);
  }

  /** Ends the reading of one: how many of its records became drafts is known from then on. */
  void read(Handle handle, UUID id) {
    handle.execute(
        "UPDATE import_batch SET drafted = (SELECT COUNT(*) FROM import_entry"
            + " WHERE batch = import_batch.id AND outcome = 'DRAFTED') WHERE id = ?",
        id);
    move(handle, id, Import.State.READING, Import.State.DRAFTED);
  }

  void approved(Handle handle, UUID id, Import.Release release) {
    var term = release.term();
    handle.execute(
        "UPDATE import_batch SET approver = ?, approver_agency = ?, reason = ?, term = ?"
            + " WHERE id = ?",
        release.approver().account(),
        release.approver().agency(),
        release.reason(),
        term == null ? null : term.json(),
        id);
  }

  /** Removes one that never came in whole. */
  void drop(Handle handle, UUID id) {
    if (handle.execute(
            "UPDATE import_batch SET state = state WHERE id = ? AND state = 'RECEIVING'", id)
        == 1) {
      handle.execute("DELETE FROM import_row WHERE batch = ?", id);
      handle.execute("DELETE FROM import_batch WHERE id = ?", id);
    }
  }

  /** Those that began to come in before {@code then} and never ended. */
  List<UUID> abandoned(Handle handle, Instant then) {
    return handle
        .createQuery(
            "SELECT id FROM import_batch WHERE state = 'RECEIVING' AND received_at < :then LIMIT 10")
        .bind("then", then)
        .mapTo(UUID.class)
        .list();
  }

  Map<Import.Outcome, Integer> counts(Handle handle, UUID id) {
    var counts = new EnumMap<Import.Outcome, Integer>(Import.Outcome.class);
    handle
        .createQuery(
            "SELECT outcome, COUNT(*) FROM import_entry WHERE batch = :id GROUP BY outcome")
        .bind("id", id)
        .map((row, ctx) -> Map.entry(Import.Outcome.valueOf(row.getString(1)), row.getInt(2)))
        .forEach(it -> counts.put(it.getKey(), it.getValue()));
    return counts;
  }
}
