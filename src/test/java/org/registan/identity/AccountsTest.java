package org.registan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.stand.Admin;
import org.registan.stand.Browser;
import org.registan.stand.StandResource;

/** An account is one person of one provider, of one participant, for good. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class AccountsTest {

  private static final String CALLBACK = "/console/callback";

  @Inject Admission admission;

  @Test
  void linkingAnAccountToAnotherProviderIsImpossible() {
    try (var uzbek = new Stranger("uzb", "MIIT", "officer");
        var kazakh = new Stranger("kaz", "CID", "officer")) {
      var account = subject(uzbek);
      var browser = new Browser(As.stand().applicationUrl() + CALLBACK);
      uzbek.logIn(browser, browser.open(authorization("kc_idp_hint=uzb")));

      for (var action : List.of("idp_link:kaz", "idp_link", "UPDATE_PROFILE", "delete_account")) {
        var page = browser.open(authorization("kc_idp_hint=uzb&kc_action=" + action));
        if (page.html().selectFirst("form#kc-form-login") != null) {
          kazakh.logIn(browser, page);
        }
        assertThat(page.html().select("form#kc-idp-link-confirm, form[action*=link]")).isEmpty();
      }

      assertThat(links(account)).containsExactly("uzb");
      assertThat(subject(kazakh)).isNotEqualTo(account);
    }
  }

  @Test
  void notEvenTheHubsAdministratorLinksAnAccount() {
    try (var uzbek = new Stranger("uzb", "MIIT", "officer");
        var kazakh = new Stranger("kaz", "CID", "officer")) {
      var account = subject(uzbek);
      var link =
          Json.object()
              .put("userId", kazakh.subject())
              .put("userName", kazakh.username())
              .put("identityProvider", "kaz");

      assertThatThrownBy(
              () -> admin().post("/hub/users/" + account + "/federated-identity/kaz", link))
          .hasMessageContaining("managed organization member");
      assertThat(links(account)).containsExactly("uzb");
    }
  }

  @Test
  void nobodyManagesTheirAccountAtTheHub() {
    var browser = new Browser();
    for (var path :
        List.of(
            "/account",
            "/account/linked-accounts",
            "/broker/kaz/link?nonce=n&hash=h&client_id=registan-web")) {
      var page = browser.open(URI.create(As.stand().identityProvider().hub() + path));
      assertThat(page.status()).as(path).isBetween(400, 499);
    }
  }

  @Test
  void accountThatComesBackForAnotherParticipantIsRefusedWithAnAlert() {
    try (var uzbek = new Stranger("uzb", "MIIT", "officer");
        var log = new Alerts()) {
      var first = uzbek.logIn();
      As.bearing(first).get("/v1/me").then().body("participant", equalTo("UZB"));
      var account = first.claims().path("sub").asText();

      var moved = admission.admit(claims(account, "KAZ", "kaz", "CID"));

      assertThat(admission.admit(claims(account, "UZB", "uzb", "MIIT"))).isPresent();
      assertThat(moved).isEmpty();
      assertThat(log.said).anyMatch(it -> it.startsWith("ALERT") && it.contains(account));
      As.bearing(first).get("/v1/me").then().statusCode(200);
    }
  }

  @Test
  void providerThatTheHubLetsSpeakForAnotherParticipantIsRefused() {
    try (var uzbek = new Stranger("uzb", "CID", "officer")) {
      var before = speaksFor("uzb", "KAZ");
      try {
        var token = uzbek.logIn();
        assertThat(token.claims().path("participant").asText()).isEqualTo("KAZ");
        assertThat(token.claims().path("idp").asText()).isEqualTo("uzb");
        Refused.by(token);
      } finally {
        speaksFor("uzb", before);
      }
    }
  }

  @Test
  void blockedAccountIsOutAtItsNextRequestAndBackWhenUnblocked() {
    try (var kazakh = new Stranger("kaz", "CID", "officer")) {
      var token = kazakh.logIn();
      As.bearing(token).get("/v1/me").then().statusCode(200);
      var account = "/v1/participants/KAZ/accounts/" + token.claims().path("sub").asText();

      As.the("KAZ", "state-admin").post(account + "/block").then().statusCode(200);
      Refused.by(token);
      Refused.by(kazakh.logIn());
      As.the("KAZ", "state-admin").post(account + "/unblock").then().statusCode(200);
      As.bearing(token).get("/v1/me").then().statusCode(200);
    }
  }

  @Test
  void anAdministratorBlocksOthersAndNotItself() {
    String itself = As.the("KAZ", "state-admin").get("/v1/me").path("account");

    As.the("KAZ", "state-admin")
        .post("/v1/participants/KAZ/accounts/" + itself + "/block")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/yours"));
    As.the("KAZ", "state-admin").get("/v1/me").then().statusCode(200);
  }

  @Test
  void itsAdministratorFindsAPersonByWhoItIsAtTheNationalProvider() {
    try (var kazakh = new Stranger("kaz", "CID", "officer")) {
      var account = kazakh.logIn();
      As.bearing(account).get("/v1/me").then().statusCode(200);

      As.the("KAZ", "state-admin")
          .get("/v1/participants/KAZ/accounts")
          .then()
          .body(
              "items.find {it.providerSubject == '%s'}.account".formatted(kazakh.subject()),
              equalTo(account.claims().path("sub").asText()));
    }
  }

  /** Sets which participant the hub fixes for a provider; what it was before. */
  private static String speaksFor(String alias, String participant) {
    var mappers = "/hub/identity-provider/instances/" + alias + "/mappers";
    for (var mapper : admin().get(mappers)) {
      if (mapper.path("name").asText().equals("participant")) {
        var before = mapper.at("/config/attribute.value").asText();
        ((ObjectNode) mapper).withObject("/config").put("attribute.value", participant);
        admin().put(mappers + "/" + mapper.path("id").asText(), mapper);
        return before;
      }
    }
    throw new AssertionError("the hub fixes no participant for " + alias);
  }

  private static Claims claims(String account, String participant, String provider, String agency) {
    return new Claims(
        account, participant, provider, null, agency, Set.of("officer"), "registan-web", null);
  }

  private static List<String> links(String account) {
    var links = new ArrayList<String>();
    admin()
        .get("/hub/users/" + account + "/federated-identity")
        .forEach(it -> links.add(it.path("identityProvider").asText()));
    return links;
  }

  private static String subject(Stranger victim) {
    return victim.logIn().claims().path("sub").asText();
  }

  private static URI authorization(String more) {
    return URI.create(
        As.stand().identityProvider().hub()
            + "/protocol/openid-connect/auth?client_id=registan-web&response_type=code"
            + "&scope=openid&code_challenge_method=S256"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri="
            + As.stand().applicationUrl()
            + CALLBACK
            + "&"
            + more);
  }

  private static Admin admin() {
    return As.stand().identityProvider().admin();
  }

  /** What is logged about accounts meanwhile. */
  private static final class Alerts extends Handler implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("org.registan.participant.Accounts");
    private final List<String> said = new ArrayList<>();

    Alerts() {
      LOG.addHandler(this);
    }

    @Override
    public void publish(LogRecord message) {
      said.add(message.getMessage() + Arrays.toString(message.getParameters()));
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      LOG.removeHandler(this);
    }
  }
}
