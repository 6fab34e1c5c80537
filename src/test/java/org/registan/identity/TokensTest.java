package org.registan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.kernel.Json.object;

import com.nimbusds.jose.JOSEException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** Only an unexpired access token of the hub, for us, of a client that we know, opens anything. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class TokensTest {

  @Test
  void tokenForAnotherAudienceIsRefused() {
    try (var probe = new Probe().registered()) {
      probe.dropScope();
      probe.add(
          "oidc-audience-mapper",
          object()
              .put("included.custom.audience", "another-api")
              .put("access.token.claim", "true"));
      probe.add(
          "oidc-hardcoded-claim-mapper",
          Probe.fixed("roles", "[\"machine-read\"]").put("jsonType.label", "JSON"));
      var token = probe.logIn();
      assertThat(token.claims().path("aud").asText()).isEqualTo("another-api");
      Refused.by(token);
    }
  }

  @Test
  void expiredTokenIsRefused() {
    try (var probe = new Probe().registered()) {
      probe.attributes(object().put("access.token.lifespan", "-60"));
      var token = probe.logIn();
      assertThat(token.claims().path("exp").asLong()).isLessThan(Instant.now().getEpochSecond());
      Refused.by(token);
    }
  }

  @Test
  void otherTypesOfTokenAreRefused() throws JOSEException {
    var person = As.stand().tokens().of("KAZ", "officer");
    Refused.by(Objects.requireNonNull(person.id()));
    Refused.by(Objects.requireNonNull(person.refresh()));
    try (var probe = new Probe().registered()) {
      var token = probe.logIn(Forgeries.dpopProof());
      assertThat(token.claims().path("typ").asText()).isEqualTo("DPoP");
      Refused.by(token);
    }
  }

  @Test
  void unsignedTamperedAndSelfSignedTokensAreRefused()
      throws JOSEException, ParseException, IOException {
    var genuine = As.stand().tokens().of("KAZ", "machine-read").access();
    As.bearing(genuine).get("/v1/me").then().statusCode(200);
    Refused.by("not-a-token");
    for (var forged : Forgeries.of(genuine)) {
      Refused.by(forged);
    }
  }

  @Test
  void tokenOfANationalRealmIsRefused() {
    try (var probe = new Probe("kaz").registered()) {
      probe.add(
          "oidc-audience-mapper",
          object()
              .put("included.custom.audience", "registan-api")
              .put("access.token.claim", "true"));
      probe.add(
          "oidc-hardcoded-claim-mapper",
          Probe.fixed("roles", "[\"machine-read\"]").put("jsonType.label", "JSON"));
      var token = probe.logIn();
      assertThat(token.claims().path("participant").asText()).isEqualTo("KAZ");
      assertThat(token.claims().path("aud").toString()).contains("registan-api");
      Refused.by(token);
    }
  }
}
