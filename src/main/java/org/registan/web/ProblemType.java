package org.registan.web;

import java.net.URI;

/** A kind of refusal callers can act on (RFC 9457). Its slug is contract: never reuse one. */
public record ProblemType(String slug, int status, String title) {

  public static final ProblemType INVALID_REQUEST =
      new ProblemType("invalid-request", 400, "The request is not well formed");
  public static final ProblemType NOT_FOUND =
      new ProblemType("not-found", 404, "No such thing is visible to you");
  public static final ProblemType NOT_YOURS =
      new ProblemType("not-yours", 403, "Only its owner may do this");
  public static final ProblemType IF_MATCH_MISSING =
      new ProblemType("precondition-required", 428, "Say which state you read, with If-Match");
  public static final ProblemType IF_MATCH_FAILED =
      new ProblemType("precondition-failed", 412, "It has changed since you read it");
  public static final ProblemType NOT_POSSIBLE =
      new ProblemType("act-not-possible", 409, "This cannot be done in its present state");
  public static final ProblemType MEANINGLESS =
      new ProblemType("not-acceptable-content", 422, "Well formed, but it does not hold together");
  public static final ProblemType KEY_REUSED =
      new ProblemType("idempotency-key-reused", 422, "This key was used with another request");
  public static final ProblemType RESYNC_REQUIRED =
      new ProblemType("resync-required", 410, "Begin again without a cursor");
  public static final ProblemType TOO_COSTLY =
      new ProblemType("query-too-costly", 422, "Narrow the filters and ask again");

  public static final ProblemType UNAVAILABLE =
      new ProblemType("unavailable", 503, "Ask again, in the same words, in a moment");

  URI uri() {
    return URI.create("/problems/" + slug);
  }
}
