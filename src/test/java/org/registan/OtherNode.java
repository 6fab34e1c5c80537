package org.registan;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.common.runtime.ScheduledInvoker;
import io.quarkus.scheduler.common.runtime.SchedulerContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does what the platform does every second ten times as often, as another node would beside it, so
 * that no test waits a second for what takes none.
 */
@Singleton
public class OtherNode {

  private static final Logger LOG = Logger.getLogger(OtherNode.class);
  private static final String EVERY = "1s";
  private static final int MILLISECONDS = 100;

  private final Scheduler scheduler;
  private final List<ScheduledInvoker> upkeep;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  OtherNode(Scheduler scheduler, SchedulerContext methods) {
    this.scheduler = scheduler;
    this.upkeep =
        methods.getScheduledMethods().stream()
            .filter(
                method -> method.getSchedules().stream().anyMatch(it -> it.every().equals(EVERY)))
            .map(method -> methods.createInvoker(method.getInvokerClassName()))
            .toList();
  }

  void start(@Observes StartupEvent start) {
    var _ =
        thread.scheduleWithFixedDelay(
            this::work, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.close();
  }

  private synchronized void work() {
    for (var each : upkeep) {
      if (scheduler.isRunning()) {
        try {
          each.invoke(null);
        } catch (Exception e) {
          LOG.warn("the other node will try again", e);
        }
      }
    }
  }

  /** No node does anything of itself from here on. */
  public synchronized void pause() {
    scheduler.pause();
  }

  public void resume() {
    scheduler.resume();
  }
}
