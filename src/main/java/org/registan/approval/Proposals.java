package org.registan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.registan.database.Portion;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;

/** The proposals of each state. Every query names the owner. */
@ApplicationScoped
class Proposals {

  private static final String COLUMNS =
      "id, owner, agency, type, state, record, record_if_match, content, reason, proposed_by,"
          + " proposed_agency, proposed_at, decided_by, decided_agency, decided_at, comment";

  private static final RowMapper<Proposal> PROPOSAL =
      (row, ctx) -> {
        var instants = ctx.findColumnMapperFor(Instant.class).orElseThrow();
        return new Proposal(
            UUID.fromString(row.getString(1)),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            Proposal.State.valueOf(row.getString(5)),
            row.getString(6) == null ? null : UUID.fromString(row.getString(6)),
            row.getString(7),
            Json.parse(row.getString(8)),
            row.getString(9),
            row.getString(10),
            row.getString(11),
            instants.map(row, 12, ctx),
            row.getString(13),
            row.getString(14),
            instants.map(row, 15, ctx),
            row.getString(16));
      };

  void add(Handle handle, Proposal proposal) {
    handle.execute(
        "INSERT INTO proposal (id, owner, agency, type, state, record, record_if_match, content,"
            + " reason, proposed_by, proposed_agency, proposed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        proposal.id(),
        proposal.owner(),
        proposal.agency(),
        proposal.type(),
        proposal.state().name(),
        proposal.record(),
        proposal.recordIfMatch(),
        Json.write(proposal.content()),
        proposal.reason(),
        proposal.proposedBy(),
        proposal.proposedAgency(),
        proposal.proposedAt());
  }

  Optional<Proposal> find(Handle handle, String owner, UUID id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM proposal WHERE owner = :owner AND id = :id")
        .bind("owner", owner)
        .bind("id", id)
        .map(PROPOSAL)
        .findOne();
  }

  List<Proposal> about(Handle handle, String owner, UUID record, String type) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM proposal FORCE INDEX (k_record)"
                + " WHERE record = :record AND owner = :owner AND type = :type")
        .bind("record", record)
        .bind("owner", owner)
        .bind("type", type)
        .map(PROPOSAL)
        .list();
  }

  /** Oldest first, after a place. */
  Portion<Proposal> list(
      Handle handle, String owner, Query query, @Nullable Place after, int limit) {
    var sql =
        "SELECT "
            + COLUMNS
            + " FROM proposal WHERE owner = :owner AND type LIKE :kind AND type NOT LIKE :but"
            + (query.states().isEmpty() ? "" : " AND state IN (<states>)")
            + (after == null ? "" : " AND (proposed_at, id) > (:at, :id)")
            + " ORDER BY proposed_at, id LIMIT :limit";
    var statement =
        handle
            .createQuery(sql)
            .bind("owner", owner)
            .bind("kind", query.kind())
            .bind("but", query.but())
            .bind("limit", limit + 1)
            .setFetchSize(Portion.AHEAD);
    if (!query.states().isEmpty()) {
      statement.bindList("states", query.states());
    }
    if (after != null) {
      statement.bind("at", after.at()).bind("id", after.id());
    }
    return Portion.of(statement.map(PROPOSAL), limit, it -> Json.write(it.content()).length());
  }

  /** Which proposals: in which states, of which kind and of which not (LIKE). */
  record Query(List<String> states, String kind, String but) {}

  /** A place in the order of the list. */
  record Place(Instant at, UUID id) {}

  /** Decides an open proposal; false when it no longer is. */
  boolean decide(
      Handle handle,
      Proposal proposal,
      Proposal.State state,
      Actor actor,
      Instant at,
      @Nullable String comment) {
    return handle.execute(
            "UPDATE proposal SET state = ?, decided_by = ?, decided_agency = ?, decided_at = ?,"
                + " comment = ? WHERE id = ? AND owner = ? AND state = 'OPEN'",
            state.name(),
            actor.account(),
            actor.agency(),
            at,
            comment,
            proposal.id(),
            proposal.owner())
        == 1;
  }
}
