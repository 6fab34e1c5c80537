package org.registan.rights;

import java.util.Locale;
import org.registan.As;

/** States that the operator admits while a test runs; they log in nowhere. */
final class Newcomers {

  private Newcomers() {}

  static void enter(String code) {
    As.the("OPS", "operator")
        .body(
            """
            {"kind": "STATE", "timeZone": "UTC", "provider": "%s", "regimes": [],
             "names": [{"lang": "en", "text": "%s"}],
             "agencies": [{"id": "MFA", "nationalAuthority": true,
               "names": [{"lang": "en", "text": "Foreign ministry"}]}]}
            """
                .formatted(code.toLowerCase(Locale.ROOT), code))
        .put("/v1/participants/" + code)
        .then()
        .statusCode(200);
  }
}
