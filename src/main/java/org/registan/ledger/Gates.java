package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The gates. An act writes its gate before it locks anything else of the record. */
@ApplicationScoped
class Gates {

  private static final String SELECT =
      "SELECT owner, rtype, policy_version, generation, seq, stopped, stops, preparing FROM gate ";

  private static final RowMapper<Gate> GATE =
      (row, ctx) ->
          new Gate(
              row.getString(1),
              row.getString(2),
              row.getInt(3),
              row.getInt(4),
              row.getLong(5),
              row.getBoolean(6),
              row.getInt(7),
              row.getObject(8) == null ? null : row.getLong(8));

  /** Passes the gate: no other act or flip of this owner and kind does until we commit. */
  Gate pass(Handle handle, String owner, String type) {
    var passed =
        handle.execute("UPDATE gate SET seq = seq + 1 WHERE owner = ? AND rtype = ?", owner, type);
    if (passed == 0) {
      handle.execute("INSERT IGNORE INTO gate (owner, rtype) VALUES (?, ?)", owner, type);
      return pass(handle, owner, type);
    }
    return find(handle, owner, type).orElseThrow();
  }

  /** Locks the gate of an owner that is there and not busy; does not wait. */
  boolean claim(Handle handle, String owner, String type) {
    return handle
        .createQuery(
            "SELECT 1 FROM gate WHERE owner = :owner AND rtype = :type FOR UPDATE SKIP LOCKED")
        .bind("owner", owner)
        .bind("type", type)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void stop(Handle handle, Gate gate) {
    handle.execute(
        "UPDATE gate SET stopped = TRUE, stops = stops + 1 WHERE owner = ? AND rtype = ?",
        gate.owner(),
        gate.type());
  }

  /** Waits until whoever is passing a gate of this kind has committed. */
  void await(Handle handle, String type) {
    handle
        .createQuery("SELECT owner FROM gate WHERE rtype = :type ORDER BY owner LOCK IN SHARE MODE")
        .bind("type", type)
        .mapTo(String.class)
        .list();
  }

  Optional<Gate> find(Handle handle, String owner, String type) {
    return handle
        .createQuery(SELECT + "WHERE owner = :owner AND rtype = :type")
        .bind("owner", owner)
        .bind("type", type)
        .map(GATE)
        .findOne();
  }

  List<Gate> all(Handle handle, String type) {
    return handle.createQuery(SELECT + "WHERE rtype = :type").bind("type", type).map(GATE).list();
  }
}
