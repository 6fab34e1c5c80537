package org.registan.attachment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.registan.database.Database;
import org.registan.kernel.Trace;

/** Removes what never came in whole, such as what a node was taking in when it was killed. */
@ApplicationScoped
class Sweep {

  private static final Logger LOG = Logger.getLogger(Sweep.class);

  /** Of files that may have a hundred pieces each. */
  private static final int SOME = 10;

  private final Database database;
  private final Attachments attachments;
  private final Clock clock;

  Sweep(Database database, Attachments attachments, Clock clock) {
    this.database = database;
    this.attachments = attachments;
    this.clock = clock;
  }

  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    try {
      var then = clock.instant().minus(Upload.LONGEST);
      while (database.act(handle -> attachments.sweep(handle, then, SOME)) == SOME) {
        LOG.debug("more that never came in whole");
      }
    } catch (RuntimeException e) {
      LOG.warnf("what never came in whole will be looked for again: %s", Trace.of(e));
    }
  }
}
