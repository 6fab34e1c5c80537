package org.registan.web;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Bodies that come in pieces, without a length: only files may be longer than the usual. */
@Singleton
class BodyLimit {

  /** After the server has set its own limit, which is that of the files. */
  private static final int AFTER_LIMIT = 1;

  private static final Pattern FILES =
      Pattern.compile(
          "POST (/v1/[a-z-]+/imports|/v1/[a-z0-9-]+(/[a-z0-9-]+)?/[^/]+/attachments)"
              + "|PUT /v1/control-lists/editions/[^/]+/entries");

  private final long usual;

  BodyLimit(Limits limits) {
    this.usual = limits.body().asLongValue();
  }

  void watch(@Observes Filters filters) {
    filters.register(
        context -> {
          if (!isFile(context.request().method().name(), context.normalizedPath())) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, usual);
          }
          context.next();
        },
        AFTER_LIMIT);
  }

  /** Whether a file is sent there, which is read as it comes in; everything else is held whole. */
  static boolean isFile(String method, String path) {
    return FILES.matcher(method + " " + path).matches();
  }
}
