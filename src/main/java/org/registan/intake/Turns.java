package org.registan.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whose import is worked on next. */
@ApplicationScoped
class Turns {

  /** The import of an owner that is worked on. */
  record Turn(String owner, UUID id) {}

  /**
   * Takes one that has work left, which nobody else takes until the transaction ends: owners in
   * turn, some of them left out, and of an owner what is approved first.
   */
  Optional<Turn> claim(Handle handle, Set<String> leftOut) {
    for (var owner : waiting(handle)) {
      var claimed = leftOut.contains(owner) ? Optional.<Turn>empty() : claim(handle, owner);
      if (claimed.isPresent()) {
        had(handle, claimed.get(), "turn + 1");
        return claimed;
      }
    }
    return Optional.empty();
  }

  private static Optional<Turn> claim(Handle handle, String owner) {
    return handle
        .createQuery(
            "SELECT id FROM import_batch FORCE INDEX (k_active) WHERE active = TRUE"
                + " AND owner = :owner ORDER BY turn, id LIMIT 1 FOR UPDATE SKIP LOCKED")
        .bind("owner", owner)
        .mapTo(UUID.class)
        .findOne()
        .map(it -> new Turn(owner, it));
  }

  /** Lets the owner's other imports, and other owners, go before one that failed. */
  void postpone(Handle handle, Turn failed) {
    had(handle, failed, "LEAST(GREATEST(turn, 0) + 1000, 1000000000)");
  }

  /** The owners whose imports have work left, who waited longest first. */
  private static List<String> waiting(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT b.owner FROM import_batch b FORCE INDEX (k_active)
            LEFT JOIN import_turn t ON t.owner = b.owner
            WHERE b.active = TRUE GROUP BY b.owner ORDER BY MIN(COALESCE(t.turn, 0)), b.owner
            """)
        .mapTo(String.class)
        .list();
  }

  /** Sends an owner to the end of the line, and the import behind its others. */
  private static void had(Handle handle, Turn had, String then) {
    handle.execute("UPDATE import_batch SET turn = " + then + " WHERE id = ?", had.id());
    var end =
        handle
            .createQuery("SELECT COALESCE(MAX(turn), 0) + 1 FROM import_turn")
            .mapTo(long.class)
            .one();
    if (handle.execute("UPDATE import_turn SET turn = ? WHERE owner = ?", end, had.owner()) == 0) {
      handle.execute(
          "INSERT IGNORE INTO import_turn (owner, turn) VALUES (?, ?)", had.owner(), end);
    }
  }
}
