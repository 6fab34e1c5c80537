package org.registan.web;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.registan.database.Database;
import org.registan.kernel.Trace;

/** The only place where an exception becomes a response. */
class ProblemMappers {

  static final String PROBLEM_JSON = "application/problem+json";

  /** MariaDB: the statement took longer than max_statement_time. */
  private static final int STATEMENT_TIMEOUT = 1969;

  private final PaceFilter pace;

  ProblemMappers(PaceFilter pace) {
    this.pace = pace;
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> refused(Problem problem) {
    return answer(problem);
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> http(WebApplicationException exception) {
    var status = exception.getResponse().getStatusInfo();
    if (status.getStatusCode() >= 500) {
      return unexpected(exception);
    }
    return status.getStatusCode() == 404
        ? answer(Problem.notFound())
        : answer(Problem.of(ProblemType.ofHttp(status.getStatusCode()), null));
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> unauthorized(UnauthorizedException exception) {
    return paced(ProblemType.NO_TOKEN);
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> notAuthenticated(AuthenticationFailedException exception) {
    return paced(ProblemType.NO_TOKEN);
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> forbidden(ForbiddenException exception) {
    return paced(ProblemType.NOT_YOUR_ROLE);
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> unexpected(RuntimeException exception) {
    if (Database.refusedWith(exception, STATEMENT_TIMEOUT)) {
      return answer(Problem.of(ProblemType.TOO_COSTLY, null));
    }
    if (Database.isAway(exception) || Database.isTransient(exception)) {
      Log.warn("the database is away or did not come to it: " + Trace.of(exception));
      return answer(Problem.after(Duration.ofSeconds(1), ProblemType.UNAVAILABLE));
    }
    Log.error("unexpected failure: " + Trace.of(exception));
    return answer(Problem.of(ProblemType.UNEXPECTED, null));
  }

  /** Who is refused before any filter runs is counted here. */
  private RestResponse<ProblemDetails> paced(ProblemType type) {
    var wait = pace.waiting();
    return answer(
        wait.isZero()
            ? Problem.of(type, null)
            : Problem.after(wait, ProblemType.TOO_MANY_REQUESTS));
  }

  private static RestResponse<ProblemDetails> answer(Problem problem) {
    var body = problem.body();
    var answer =
        RestResponse.ResponseBuilder.<ProblemDetails>create(body.status())
            .entity(body)
            .type(PROBLEM_JSON);
    problem.retryAfter().ifPresent(seconds -> answer.header("Retry-After", seconds));
    if (body.status() == 401) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    return answer.build();
  }
}
