package org.registan.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;

/**
 * The first to see a request and the last to see its answer: whatever is answered, by whom in the
 * server, has its headers and its line in the log, and is a problem when it is a refusal.
 */
@Singleton
class Door {

  /** A property of the server's: a target that is no URI comes to this door, too. */
  static final String LETS_EVERYTHING_IN = "vertx.disableURIValidation";

  private final Clock clock;
  private final Limits limits;
  private final long largest;
  private final SecurityHeaders headers;
  private final AccessLog log;

  Door(
      Clock clock,
      Limits limits,
      AccessLog log,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI hub) {
    this.clock = clock;
    this.limits = limits;
    this.log = log;
    this.largest = largest.asLongValue();
    this.headers = new SecurityHeaders(hub.getScheme() + "://" + hub.getRawAuthority());
  }

  void install(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::enter);
    IntStream.of(400, 404, 405, 406, 413, 414, 415, 431)
        .forEach(status -> router.errorHandler(status, it -> refuse(it, status)));
  }

  private void enter(RoutingContext context) {
    begin(context);
    tooMuch(context.request()).ifPresentOrElse(problem -> answer(context, problem), context::next);
  }

  private Optional<ProblemType> tooMuch(HttpServerRequest request) {
    if (request.uri().length() > limits.url()) {
      return Optional.of(ProblemType.URL_TOO_LONG);
    }
    if (size(request) > limits.headers()) {
      return Optional.of(ProblemType.HEADERS_TOO_LARGE);
    }
    var file = request.path() != null && BodyLimit.isFile(request.method().name(), request.path());
    var most = file ? largest : limits.body().asLongValue();
    if (length(request.getHeader("Content-Length")) > most) {
      return Optional.of(ProblemType.BODY_TOO_LARGE);
    }
    if (!isType(request.getHeader("Content-Type"))) {
      return Optional.of(ProblemType.ofHttp(415));
    }
    return isUri(request.uri()) ? Optional.empty() : Optional.of(ProblemType.INVALID_REQUEST);
  }

  private static boolean isType(@Nullable String header) {
    try {
      return header == null || MediaType.valueOf(header) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isUri(String target) {
    try {
      return new URI(target).getRawPath() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static int size(HttpServerRequest request) {
    ToIntFunction<java.util.Map.Entry<String, String>> length =
        it -> it.getKey().length() + it.getValue().length();
    return StreamSupport.stream(request.headers().spliterator(), false).mapToInt(length).sum();
  }

  private static long length(@Nullable String header) {
    return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
  }

  /** What the server itself refuses, sometimes before any handler has seen it. */
  private void refuse(RoutingContext context, int status) {
    if (Visit.of(context) == null) {
      begin(context);
    }
    if (!context.response().ended()) {
      answer(context, ProblemType.ofHttp(status));
    }
  }

  private void begin(RoutingContext context) {
    var visit = Visit.begin(context, clock.instant());
    var request = context.request();
    context.addHeadersEndHandler(nothing -> {
      var answer = context.response().headers();
      headers
          .of(Objects.requireNonNullElse(request.path(), "-"), "https".equals(request.scheme()))
          .forEach((name, value) -> {
            if (!answer.contains(name)) {
              answer.set(name, value);
            }
          });
      answer.set("X-Request-Id", visit.id());
    });
    visit.whenOver(
        () -> log.write(visit, request, context.response().getStatusCode(), clock.instant()));
  }

  private static void answer(RoutingContext context, ProblemType type) {
    var response = context.response().setStatusCode(type.status());
    if (type.equals(ProblemType.BODY_TOO_LARGE)) {
      response.putHeader("Connection", "close");
    }
    response
        .putHeader("Content-Type", ProblemMappers.PROBLEM_JSON)
        .end(Json.write(Problem.of(type, null).body()));
  }
}
