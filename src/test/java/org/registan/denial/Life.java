package org.registan.denial;

import io.restassured.response.ValidatableResponse;
import org.registan.As;

/** The term that a state gives to its denials, and dates that they need. */
public final class Life {

  private static final String TERM = "/v1/denials/term";

  private Life() {}

  /** A denial that was decided long ago. */
  public static String decidedIn2020() {
    return Denials.draft("AFG").replace("2026-01-15", "2020-01-15");
  }

  public static ValidatableResponse term(String owner, int months, String atTerm) {
    var before = As.the(owner, "officer").get(TERM).then().statusCode(200).extract();
    return As.the(owner, "state-admin")
        .header("If-Match", before.header("ETag"))
        .body("{\"months\": %d, \"atTerm\": \"%s\"}".formatted(months, atTerm))
        .put(TERM)
        .then();
  }
}
