package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.web.Cursors;
import org.registan.web.Platform;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** Where recipients are in their ledgers, as cursors of the feed. */
@ApplicationScoped
public class Positions {

  private final Platform platform;

  Positions(Platform platform) {
    this.platform = platform;
  }

  /** Where a puller is, and in which life of the database. */
  record Place(String incarnation, long position) {}

  /** The cursor from which the feed tells all that is not yet told now. */
  public String now(Handle handle, Actor actor) {
    return cursor(platform.row(handle), actor, last(handle, actor));
  }

  /** The newest position that the actor's participant was told. */
  long last(Handle handle, Actor actor) {
    return handle
        .createQuery("SELECT next - 1 FROM head WHERE recipient = :recipient")
        .bind("recipient", actor.participant())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  String cursor(Platform.Row row, Actor actor, long position) {
    return Cursors.seal(row.cursorKey(), bound(actor), new Place(row.incarnation(), position));
  }

  /** The position that a cursor stands for; the beginning without one. */
  long open(Platform.Row row, Actor actor, Optional<String> cursor) {
    return cursor.map(it -> open(row, actor, it)).orElse(0L);
  }

  private static long open(Platform.Row row, Actor actor, String cursor) {
    var incarnation = Cursors.peek(cursor).map(it -> it.path("incarnation").asText()).orElse("");
    if (!incarnation.isEmpty() && !incarnation.equals(row.incarnation())) {
      throw Problem.of(ProblemType.RESYNC_REQUIRED, "The cursor is of an earlier database.");
    }
    return Cursors.open(row.cursorKey(), bound(actor), "after", cursor, Place.class).position();
  }

  private static String bound(Actor actor) {
    return "changes\n" + actor.participant();
  }
}
