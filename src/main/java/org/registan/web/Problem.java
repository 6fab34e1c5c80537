package org.registan.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller can act on, answered as RFC 9457 problem details. Any other exception
 * is a bug and is answered with a bare 500.
 */
public final class Problem extends RuntimeException {

  private final ProblemDetails body;
  private final @Nullable Duration wait;

  private Problem(ProblemDetails body) {
    this(body, null);
  }

  private Problem(ProblemDetails body, @Nullable Duration wait) {
    super(body.title(), null, false, false);
    this.body = body;
    this.wait = wait;
  }

  public static Problem of(ProblemType type, @Nullable String detail) {
    return new Problem(ProblemDetails.of(type, detail, List.of()));
  }

  /** Missing and hidden look alike, so that no one learns what exists by asking. */
  public static Problem notFound() {
    return of(ProblemType.NOT_FOUND, "It does not exist, or is not shared with you.");
  }

  public static Problem notYours() {
    return of(ProblemType.NOT_YOURS, null);
  }

  /** The request does not fit the contract (400). */
  public static Problem invalid(List<Fault> faults) {
    return new Problem(ProblemDetails.of(ProblemType.INVALID_REQUEST, null, faults));
  }

  /** The request fits the contract but makes no sense (422). */
  public static Problem meaningless(List<Fault> faults) {
    return new Problem(ProblemDetails.of(ProblemType.MEANINGLESS, null, faults));
  }

  /** An act that the status does not allow, with those it does (409). */
  public static Problem notPossible(String status, List<String> possible) {
    return new Problem(
        ProblemDetails.of(ProblemType.NOT_POSSIBLE, null, List.of()).with(status, possible));
  }

  /** It may be asked again after a while (429, 503). */
  static Problem after(Duration wait, ProblemType type) {
    return new Problem(ProblemDetails.of(type, null, List.of()), wait);
  }

  /** Whole seconds to wait before asking again, if that helps. */
  Optional<Long> retryAfter() {
    return Optional.ofNullable(wait).map(it -> Math.max(1, it.plusMillis(999).toSeconds()));
  }

  public List<Fault> faults() {
    return body.errors() == null ? List.of() : body.errors();
  }

  ProblemDetails body() {
    return body;
  }
}
