package org.registan.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.registan.database.Database;
import org.registan.identity.Admission;
import org.registan.identity.Stay;
import org.registan.kernel.Actor;
import org.registan.web.Platform;

/** The feed as its resource streams it, without HTTP. */
public final class TheFeed {

  private final Pulls pulls = Arc.container().instance(Pulls.class).get();
  private final Positions positions = Arc.container().instance(Positions.class).get();
  private final Platform platform = Arc.container().instance(Platform.class).get();
  private final Database database = Arc.container().instance(Database.class).get();

  /** As many changes as one chunk of the stream has. */
  public static final int CHUNK = Reads.CHUNK;

  /** The place before the newest of a reader's entries. */
  public long before(Actor reader, int newest) {
    return database.act(handle -> positions.last(handle, reader)) - newest;
  }

  /** So many chunks after a position, as lines. */
  public byte[] lines(Actor reader, long after, int chunks) {
    var at = database.act(handle -> positions.cursor(platform.row(handle), reader, after));
    var lines = new StringBuilder();
    var stay =
        new Stay(
            reader,
            Instant.MAX,
            Arc.container().instance(Admission.class).get(),
            Arc.container().instance(Clock.class).get());
    for (int i = 0; i < chunks; i++) {
      var page = pulls.next(new Pulls.Pull(stay, Optional.of(at), List.of(), 0), CHUNK);
      page.changes().forEach(it -> lines.append(ChangesResource.json(it)).append('\n'));
      at = page.next();
    }
    return lines.toString().getBytes(UTF_8);
  }
}
