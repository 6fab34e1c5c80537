package org.registan.identity;

import static org.hamcrest.Matchers.equalTo;

import org.registan.As;
import org.registan.stand.Token;

/** A token that opens nothing, and an answer that does not say why. */
final class Refused {

  private Refused() {}

  static void by(Token token) {
    by(token.access());
  }

  static void by(String token) {
    As.bearing(token)
        .get("/v1/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body(
            equalTo(
                "{\"type\":\"/problems/no-valid-token\",\"title\":\"Say who you are, with a token of the"
                    + " hub\",\"status\":401}"));
  }
}
