package org.registan.rights;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.registan.OtherNode;

/** Every statement that the application sends while it is being watched; a batch is one. */
@Singleton
class Statements implements SqlLogger {

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final OtherNode nodes;
  private final CurrentVertxRequest request;
  private volatile boolean watching;

  Statements(OtherNode nodes, CurrentVertxRequest request) {
    this.nodes = nodes;
    this.request = request;
  }

  void attach(@Observes StartupEvent start, Jdbi jdbi) {
    jdbi.setSqlLogger(this);
  }

  @Override
  public void logBeforeExecution(StatementContext context) {
    if (watching && isOfARequest()) {
      seen.add(context.getRenderedSql());
    }
  }

  /** Upkeep that is still under way sends statements too. */
  private boolean isOfARequest() {
    return Arc.container().requestContext().isActive() && request.getCurrent() != null;
  }

  /** Keeps the platform's own upkeep from changing what is read. */
  void quieten() {
    nodes.pause();
  }

  void letRun() {
    nodes.resume();
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
