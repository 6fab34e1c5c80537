package org.registan.web;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.registan.database.Database;

/** The only place where an exception becomes a response. */
class ProblemMappers {

  static final String PROBLEM_JSON = "application/problem+json";

  /** MariaDB: the statement took longer than max_statement_time. */
  private static final int STATEMENT_TIMEOUT = 1969;

  @ServerExceptionMapper
  RestResponse<ProblemDetails> refused(Problem problem) {
    return answer(problem.body());
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> http(WebApplicationException exception) {
    var status = exception.getResponse().getStatusInfo();
    if (status.getStatusCode() >= 500) {
      return unexpected(exception);
    }
    if (status.getStatusCode() == 404) {
      return answer(Problem.notFound().body());
    }
    return answer(ProblemDetails.plain(status.getStatusCode(), status.getReasonPhrase()));
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> unauthorized(UnauthorizedException exception) {
    return challenge();
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> notAuthenticated(AuthenticationFailedException exception) {
    return challenge();
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> forbidden(ForbiddenException exception) {
    return answer(ProblemDetails.plain(403, "Forbidden"));
  }

  @ServerExceptionMapper
  RestResponse<ProblemDetails> unexpected(RuntimeException exception) {
    if (Database.refusedWith(exception, STATEMENT_TIMEOUT)) {
      return answer(Problem.of(ProblemType.TOO_COSTLY, null).body());
    }
    if (Database.isAway(exception) || Database.isTransient(exception)) {
      Log.warn("the database is away or did not come to it", exception);
      return unavailable();
    }
    Log.error("unexpected failure", exception);
    return answer(ProblemDetails.plain(500, "Internal Server Error"));
  }

  private static RestResponse<ProblemDetails> unavailable() {
    var problem = Problem.of(ProblemType.UNAVAILABLE, null).body();
    return RestResponse.ResponseBuilder.<ProblemDetails>create(
            RestResponse.Status.SERVICE_UNAVAILABLE, problem)
        .header("Retry-After", "1")
        .type(PROBLEM_JSON)
        .build();
  }

  private static RestResponse<ProblemDetails> challenge() {
    return RestResponse.ResponseBuilder.<ProblemDetails>create(
            RestResponse.Status.UNAUTHORIZED, ProblemDetails.plain(401, "Unauthorized"))
        .header("WWW-Authenticate", "Bearer")
        .type(PROBLEM_JSON)
        .build();
  }

  private static RestResponse<ProblemDetails> answer(ProblemDetails body) {
    return RestResponse.ResponseBuilder.<ProblemDetails>create(body.status())
        .entity(body)
        .type(PROBLEM_JSON)
        .build();
  }
}
