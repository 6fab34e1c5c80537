package org.registan.rights;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Every statement that the application sends while it is being watched; a batch is one. */
@Singleton
class Statements implements SqlLogger {

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final Scheduler scheduler;
  private volatile boolean watching;

  Statements(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void attach(@Observes StartupEvent start, Jdbi jdbi) {
    jdbi.setSqlLogger(this);
  }

  @Override
  public void logBeforeExecution(StatementContext context) {
    if (watching) {
      seen.add(context.getRenderedSql());
    }
  }

  /** Keeps the platform's own upkeep, which serves no request, from being counted. */
  void quieten() {
    scheduler.pause();
  }

  void letRun() {
    scheduler.resume();
  }

  record Watched<T>(T result, List<String> statements) {}

  <T> Watched<T> watch(Supplier<T> work) {
    seen.clear();
    watching = true;
    try {
      return new Watched<>(work.get(), List.copyOf(seen));
    } finally {
      watching = false;
    }
  }
}
