package org.registan.ledger;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.registan.database.Database;
import org.registan.kernel.Trace;
import org.registan.record.RecordTypes;

/**
 * Work that waits for no caller: judging again what rests on something that changed, and telling
 * recipients that a one-off release has ended. Safe on several nodes at once: each piece is done
 * under its owner's gate, and again does nothing.
 */
@ApplicationScoped
class Upkeep {

  private static final Logger LOG = Logger.getLogger(Upkeep.class);
  private static final int SOME = 100;

  private final Database database;
  private final Rereleases rereleases;
  private final Flip flip;
  private final Sharing sharing;
  private final RecordTypes types;
  private final Clock clock;

  Upkeep(
      Database database,
      Rereleases rereleases,
      Flip flip,
      Sharing sharing,
      RecordTypes types,
      Clock clock) {
    this.database = database;
    this.rereleases = rereleases;
    this.flip = flip;
    this.sharing = sharing;
    this.types = types;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    each("what waits", () -> database.act(rereleases::waiting).forEach(this::rerelease));
    each("what ended", () -> database.act(this::expired).forEach(this::expire));
  }

  /** Judges again what waits for it; whoever is busy is met again the next time. */
  private void rerelease(Rereleases.Waiting waiting) {
    each(
        waiting.owner(),
        () ->
            flip.runUnlessBusy(
                waiting.owner(),
                types.named(waiting.type()),
                new Flip.Target() {
                  @Override
                  public Bench bench(Handle handle, Bench inForce) {
                    return inForce;
                  }

                  @Override
                  public void done(Handle handle, Bench flipped) {
                    rereleases.done(handle, waiting);
                  }
                }));
  }

  /** One piece of work, whose failure keeps no other owner waiting. */
  private static void each(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warnf("upkeep will try again: %s: %s", what, Trace.of(e));
    }
  }

  private record Expired(UUID record, String owner, String type) {}

  /** Tells what reads have gone by since the very end. */
  private void expire(Expired expired) {
    each(
        expired.owner(),
        () ->
            database.run(handle ->
                sharing.rejudge(
                    handle, expired.owner(), types.named(expired.type()), expired.record())));
  }

  private List<Expired> expired(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT v.record, v.owner, v.rtype
            FROM visible v FORCE INDEX (k_until)
            JOIN gate g ON g.owner = v.owner AND g.rtype = v.rtype
            WHERE v.until <= :now AND v.from_gen <= g.generation AND v.to_gen > g.generation
            LIMIT :some
            """)
        .bindMap(Map.of("now", clock.instant(), "some", SOME))
        .map((row, ctx) ->
            new Expired(UUID.fromString(row.getString(1)), row.getString(2), row.getString(3)))
        .list();
  }
}
