package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;

/** Records as their owners keep them. Every query names the owner; recipients read elsewhere. */
@ApplicationScoped
public class Records {

  static final String COLUMNS =
      "id, owner, rtype, agency, reference, status, held, sort_date, version, content, life";

  static final RowMapper<Row> ROW =
      (row, ctx) ->
          new Row(
              UUID.fromString(row.getString(1)),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getBoolean(7),
              LocalDate.parse(row.getString(8)),
              row.getInt(9),
              Json.parse(row.getString(10)),
              Json.parse(row.getString(11)));

  /** A new draft of the actor's agency, with a reference of its own. */
  public Row draft(Handle handle, Actor actor, String type, JsonNode content, LocalDate today) {
    var reference = References.random(actor.participant(), today.getYear());
    while (taken(handle, actor.participant(), reference)) {
      reference = References.random(actor.participant(), today.getYear());
    }
    var row =
        Row.draft(UUID.randomUUID(), actor.participant(), type, actor.agency(), reference, today)
            .redrafted(content);
    handle
        .createUpdate(
            "INSERT INTO record ("
                + COLUMNS
                + ", changed_seq) VALUES (:id, :owner, :type, :agency, :reference, :status,"
                + " :held, :sortDate, :version, :content, :life, 0)")
        .bind("id", row.id())
        .bind("owner", row.owner())
        .bind("type", row.type())
        .bind("agency", row.agency())
        .bind("reference", row.reference())
        .bind("status", row.status())
        .bind("held", row.held())
        .bind("sortDate", row.sortDate())
        .bind("version", row.version())
        .bind("content", Json.write(row.content()))
        .bind("life", Json.write(row.life()))
        .execute();
    return row;
  }

  private static boolean taken(Handle handle, String owner, String reference) {
    return handle
        .createQuery("SELECT 1 FROM record WHERE owner = :owner AND reference = :reference")
        .bind("owner", owner)
        .bind("reference", reference)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** The id of an owner's record with this reference. */
  public Optional<UUID> named(Handle handle, String owner, String type, String reference) {
    return handle
        .createQuery(
            "SELECT id FROM record"
                + " WHERE owner = :owner AND reference = :reference AND rtype = :type")
        .bind("owner", owner)
        .bind("reference", reference)
        .bind("type", type)
        .mapTo(UUID.class)
        .findOne();
  }

  /** The record, locked until the transaction ends. */
  public Optional<Row> lock(Handle handle, String owner, UUID id) {
    return handle
        .createQuery(
            "SELECT " + COLUMNS + " FROM record WHERE id = :id AND owner = :owner FOR UPDATE")
        .bind("id", id)
        .bind("owner", owner)
        .map(ROW)
        .findOne();
  }

  /** The record, as it stays until the transaction ends. */
  public Optional<Row> share(Handle handle, String owner, UUID id) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM record WHERE id = :id AND owner = :owner LOCK IN SHARE MODE")
        .bind("id", id)
        .bind("owner", owner)
        .map(ROW)
        .findOne();
  }

  public Optional<Row> find(Handle handle, String owner, UUID id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM record WHERE id = :id AND owner = :owner")
        .bind("id", id)
        .bind("owner", owner)
        .map(ROW)
        .findOne();
  }

  /** Writes what an act changed; {@code seq} says to a flip in preparation that it did. */
  public void save(Handle handle, Row row, long seq) {
    handle
        .createUpdate(
            """
            UPDATE record SET status = :status, held = :held, sort_date = :sortDate,
              version = :version, content = :content, life = :life, changed_seq = :seq
            WHERE id = :id AND owner = :owner
            """)
        .bind("status", row.status())
        .bind("held", row.held())
        .bind("sortDate", row.sortDate())
        .bind("version", row.version())
        .bind("content", Json.write(row.content()))
        .bind("life", Json.write(row.life()))
        .bind("seq", seq)
        .bind("id", row.id())
        .bind("owner", row.owner())
        .execute();
  }

  /** Throws a draft away, with all that was derived from it. */
  public void delete(Handle handle, Row row) {
    for (var table : List.of("record_link", "record_key", "natural_person", "doc")) {
      handle.execute("DELETE FROM " + table + " WHERE record = ?", row.id());
    }
    handle.execute("DELETE FROM record WHERE id = ? AND owner = ?", row.id(), row.owner());
  }
}
