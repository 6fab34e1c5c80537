package org.registan.controllist;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.registan.database.Database;
import org.registan.kernel.Trace;

/** Removes the blocks of drafts that were changed or thrown away since. */
@ApplicationScoped
class BlockSweep {

  private static final Logger LOG = Logger.getLogger(BlockSweep.class);
  private static final int SOME = 500;

  private final Database database;
  private final EditionBlocks blocks;

  BlockSweep(Database database, EditionBlocks blocks) {
    this.database = database;
    this.blocks = blocks;
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    try {
      while (database.act(handle -> blocks.sweep(handle, SOME)) == SOME) {
        LOG.debug("more blocks of no edition");
      }
    } catch (RuntimeException e) {
      LOG.warnf("blocks of no edition will be looked for again: %s", Trace.of(e));
    }
  }
}
