package org.registan.controllist;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Json;

/** Blocks as the index of a node reads them, whoever may see which. */
@ApplicationScoped
class StoredBlocks {

  private static final int SOME = 500;

  /** A block as it is stored, whoever's edition has it. */
  record Stored(
      int n, long id, String owner, String sha256, String scheme, Entry root, String body) {

    List<Entry> entries() {
      return EditionBlocks.parse(body);
    }
  }

  /** Blocks of an edition from one on, as they are stored, as many as are well read at once. */
  List<Stored> read(Handle handle, UUID record, int from) {
    return handle
        .createQuery(
            "SELECT e.n, b.id, b.owner, b.sha256, b.scheme, b.root, b.body FROM edition_block e"
                + " JOIN entry_block b ON b.id = e.block"
                + " WHERE e.record = :record AND e.n >= :from AND e.n < :before ORDER BY e.n")
        .bind("record", record)
        .bind("from", from)
        .bind("before", from + SOME)
        .map((row, ctx) -> stored(row))
        .list();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getInt(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Json.parse(row.getString(6), Entry.class),
        row.getString(7));
  }

  /** How many characters some blocks have. */
  Map<Long, Integer> lengths(Handle handle, Set<Long> blocks) {
    var lengths = new HashMap<Long, Integer>();
    if (!blocks.isEmpty()) {
      handle
          .createQuery("SELECT id, CHAR_LENGTH(body) FROM entry_block WHERE id IN (<blocks>)")
          .bindList("blocks", List.copyOf(blocks))
          .map((row, ctx) -> Map.entry(row.getLong(1), row.getInt(2)))
          .forEach(it -> lengths.put(it.getKey(), it.getValue()));
    }
    return lengths;
  }
}
