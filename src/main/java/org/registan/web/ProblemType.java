package org.registan.web;

import java.net.URI;
import java.util.Map;

/** A kind of refusal callers can act on (RFC 9457). Its slug is contract: never reuse one. */
public record ProblemType(String slug, int status, String title) {

  public static final ProblemType INVALID_REQUEST =
      new ProblemType("invalid-request", 400, "The request is not well formed");
  public static final ProblemType NOT_FOUND =
      new ProblemType("not-found", 404, "No such thing is visible to you");
  public static final ProblemType NOT_YOURS =
      new ProblemType("not-yours", 403, "Only its owner may do this");
  public static final ProblemType YOURS =
      new ProblemType("yours", 403, "This is for others to do; it is your own");
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
  public static final ProblemType NO_TOKEN =
      new ProblemType("no-valid-token", 401, "Say who you are, with a token of the hub");
  public static final ProblemType NOT_YOUR_ROLE =
      new ProblemType("not-your-role", 403, "Your role may not do this");
  public static final ProblemType BODY_TOO_LARGE =
      new ProblemType("body-too-large", 413, "The body is larger than is taken here");
  public static final ProblemType URL_TOO_LONG =
      new ProblemType("url-too-long", 414, "Path and query are longer than is taken here");
  public static final ProblemType HEADERS_TOO_LARGE =
      new ProblemType("headers-too-large", 431, "The headers are larger than is taken here");
  public static final ProblemType HTTP_TOO_OLD =
      new ProblemType("http-too-old", 505, "A stream is sent by HTTP/1.1 or newer alone");
  public static final ProblemType TOO_MANY_REQUESTS =
      new ProblemType("too-many-requests", 429, "Wait, then go on more slowly");
  public static final ProblemType UNEXPECTED =
      new ProblemType("unexpected", 500, "This is a fault of ours");

  private static final Map<Integer, ProblemType> OF_HTTP =
      Map.of(
          400,
          INVALID_REQUEST,
          401,
          NO_TOKEN,
          403,
          NOT_YOUR_ROLE,
          404,
          NOT_FOUND,
          405,
          new ProblemType("method-not-allowed", 405, "There is no such act here"),
          406,
          new ProblemType("not-acceptable", 406, "It is not to be had in that form"),
          413,
          BODY_TOO_LARGE,
          414,
          URL_TOO_LONG,
          415,
          new ProblemType("unsupported-media-type", 415, "A body in that form is not taken here"),
          431,
          HEADERS_TOO_LARGE);

  public static final ProblemType UNAVAILABLE =
      new ProblemType("unavailable", 503, "Ask again, in the same words, in a moment");

  /** What a status says that HTTP itself gave. */
  static ProblemType ofHttp(int status) {
    return OF_HTTP.getOrDefault(status, status < 500 ? INVALID_REQUEST : UNEXPECTED);
  }

  URI uri() {
    return URI.create("/problems/" + slug);
  }
}
