package org.registan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.HostileRealm;
import org.registan.stand.StandResource;
import org.registan.stand.Token;

/**
 * A state's own provider may say what it likes: it speaks for that state's people alone, and takes
 * nobody else's place.
 */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class HostileProviderTest {

  private static final String OFFICER = "[\"officer\"]";

  @SuppressWarnings("NullAway.Init") // before each test
  private HostileRealm uzbekistans;

  @BeforeEach
  void attackerTakesOver() {
    uzbekistans = new HostileRealm(As.stand(), "UZB");
    As.bearing(logIn(Map.of())).get("/v1/me").then().statusCode(200);
  }

  @AfterEach
  void giveBack() {
    uzbekistans.close();
  }

  @Test
  void assertingAnotherParticipantChangesNothing() {
    var token =
        logIn(
            Map.of(
                "participant", "KAZ",
                "state", "KAZ",
                "idp", "kaz",
                "identity_provider", "kaz",
                "organization", "[\"kaz\"]"));

    As.bearing(token)
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("participant", equalTo("UZB"))
        .body("roles", contains("officer"));
    assertThat(token.claims().get("idp").asText()).isEqualTo("uzb");
    assertThat(token.claims().has("organization")).isFalse();
  }

  @Test
  void foreignRolesDoNotGetThrough() {
    var foreign =
        "\"expert\", \"committee\", \"secretariat\", \"operator\", \"machine-read\","
            + " \"machine-submit\", \"hub-admin\", \"admin\", \"registan-api.operator\"";
    var nested = "{\"roles\": [%s]}".formatted(foreign);

    var token =
        logIn(
            Map.of(
                "roles",
                "[\"officer\", %s]".formatted(foreign),
                "realm_access",
                nested,
                "resource_access",
                "{\"registan-api\": %s}".formatted(nested),
                "groups",
                "[\"/admins\"]"));

    As.bearing(token).get("/v1/me").then().body("roles", contains("officer"));
    assertThat(token.claims().get("roles")).hasSize(1);
    assertThat(token.claims().has("realm_access")).isFalse();
    Refused.by(logIn(Map.of("roles", "[%s]".formatted(foreign))));
  }

  @Test
  void onlyAgenciesRegisteredForTheParticipantAreAccepted() {
    for (var agency :
        List.of(
            "CID",
            "MOC",
            "NOWHERE",
            "",
            agency().toLowerCase(java.util.Locale.ROOT),
            agency() + " ")) {
      Refused.by(logIn(Map.of("agency", agency)));
    }
    for (var agency :
        List.of("[\"CID\"]", "{\"CID\": true}", "[\"%s\", \"CID\"]".formatted(agency()))) {
      assertThat(As.bearing(logIn(Map.of("agency", agency))).get("/v1/me").asString())
          .as(agency)
          .doesNotContain("CID\"");
    }
  }

  @Test
  void takingAnothersNamesGivesAnAccountApart() {
    try (var victim = new Stranger("kaz", "CID", "officer")) {
      var genuine = victim.logIn();

      var impostor = impersonate(victim);

      apart(genuine, impostor);
      apart(victim.logIn(), impostor);
      assertThat(subject(victim.logIn())).isEqualTo(subject(genuine));
    }
  }

  @Test
  void comingFirstLocksNobodyOut() {
    try (var victim = new Stranger("kaz", "CID", "officer")) {
      var impostor = impersonate(victim);

      apart(victim.logIn(), impostor);
      apart(victim.logIn(), impersonate(victim));
    }
  }

  private Token impersonate(Stranger victim) {
    var token = uzbekistans.logIn(victim.username(), victim.email(), officer(Map.of()));
    var user = As.stand().identityProvider().admin().get("/hub/users/" + subject(token));
    assertThat(user.path("email").asText()).isEqualTo(victim.email());
    return token;
  }

  private static void apart(Token genuine, Token impostor) {
    assertThat(subject(impostor)).isNotEqualTo(subject(genuine));
    As.bearing(genuine).get("/v1/me").then().statusCode(200).body("participant", equalTo("KAZ"));
    As.bearing(impostor).get("/v1/me").then().statusCode(200).body("participant", equalTo("UZB"));
  }

  private static String subject(Token token) {
    return token.claims().get("sub").asText();
  }

  private static String agency() {
    return org.registan.stand.Cast.read().participant("UZB").agencies().getFirst().code();
  }

  private Token logIn(Map<String, String> claims) {
    var name = "mallory-" + UUID.randomUUID();
    return uzbekistans.logIn(name, name + "@hostile.example", officer(claims));
  }

  /** An officer of the realm's own state, but for what these claims say instead. */
  private static Map<String, String> officer(Map<String, String> claims) {
    var all = new HashMap<>(claims);
    all.putIfAbsent("roles", OFFICER);
    all.putIfAbsent("agency", agency());
    return all;
  }
}
