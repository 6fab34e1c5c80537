package org.registan.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks who goes too fast to wait, whatever they ask for. */
class PaceFilter {

  private static final int NARROWING = 16;
  private static final int NARROWING_OF_EACH = 4;

  private final Pace pace;
  private final AtOnce atOnce;
  private final AtOnce narrowing = new AtOnce(NARROWING, NARROWING_OF_EACH);
  private final CurrentVertxRequest request;

  PaceFilter(Pace pace, AtOnce atOnce, CurrentVertxRequest request) {
    this.atOnce = atOnce;
    this.pace = pace;
    this.request = request;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  void check(ResourceInfo called) {
    var wait = waiting();
    if (!wait.isZero()) {
      throw Problem.after(wait, ProblemType.TOO_MANY_REQUESTS);
    }
    var context = request.getCurrent();
    var visit = context == null ? null : Visit.of(context);
    if (context != null && visit != null && visit.isKnown()) {
      var caller = visit.pacedAs();
      var share = narrows(called) ? narrowing : atOnce;
      if (!share.enter(visit.participant(), caller)) {
        throw Problem.after(Duration.ofSeconds(1), ProblemType.TOO_MANY_REQUESTS);
      }
      visit.whenOver(() -> share.leave(visit.participant(), caller));
    }
  }

  private static boolean narrows(ResourceInfo called) {
    return called.getResourceMethod().isAnnotationPresent(Narrows.class);
  }

  /** Counts the request at hand; how long its caller has to wait. */
  Duration waiting() {
    var context = request.getCurrent();
    var visit = context == null ? null : Visit.of(context);
    return visit == null ? Duration.ZERO : pace.take(visit);
  }
}
