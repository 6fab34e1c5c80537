package org.registan.web;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** How long a body may be: only files that are read as they come in may be long. */
@Singleton
class BodyLimit {

  private static final long USUAL = 2_000_000;

  /** After the server's own limit, which is that of the files. */
  private static final int AFTER_LIMIT = 1;

  void watch(@Observes Filters filters) {
    filters.register(BodyLimit::check, AFTER_LIMIT);
  }

  private static void check(RoutingContext context) {
    if (!context.normalizedPath().endsWith("/imports")) {
      var length = context.request().getHeader("Content-Length");
      if (length != null && length.matches("[0-9]+") && isTooLong(length)) {
        context
            .response()
            .setStatusCode(413)
            .putHeader("Content-Type", ProblemMappers.PROBLEM_JSON)
            .putHeader("Connection", "close")
            .end("{\"type\":\"about:blank\",\"title\":\"Content Too Large\",\"status\":413}");
        return;
      }
      if (length == null) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, USUAL);
      }
    }
    context.next();
  }

  private static boolean isTooLong(String length) {
    return length.length() > 15 || Long.parseLong(length) > USUAL;
  }
}
