package org.registan.stand;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The real log-in of a person, without a browser: from the hub to the national realm, its form, and
 * back through the broker to the console's address, where the code is exchanged.
 */
public final class BrokerLogin {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final HubClient client;
  private final String redirect;

  /**
   * @param console where the console is; nothing needs to listen there
   */
  public BrokerLogin(String hub, String console, ECKey key) {
    this.client = new HubClient(http, hub, Federation.WEB, key);
    this.redirect = console + "/console/callback";
  }

  public Token login(String alias, String username, String password) {
    Browser browser = new Browser(http, redirect);
    String verifier = random();
    String state = random();
    Map<String, String> request = new LinkedHashMap<>();
    request.put("client_id", client.clientId());
    request.put("response_type", "code");
    request.put("scope", "openid");
    request.put("redirect_uri", redirect);
    request.put("state", state);
    request.put("nonce", random());
    request.put("code_challenge", challenge(verifier));
    request.put("code_challenge_method", "S256");
    request.put("kc_idp_hint", alias);
    Browser.Page form =
        browser.open(URI.create(client.endpoint("auth") + "?" + Forms.encode(request)));
    Browser.Page back = browser.logIn(form, username, password);
    if (!back.address().toString().startsWith(redirect)) {
      throw new LoginRefused(back.status() + " " + back.said());
    }
    Map<String, String> answer = Forms.query(back.address());
    String code = answer.get("code");
    if (code == null || !state.equals(answer.get("state"))) {
      throw new LoginRefused(answer.toString());
    }
    return client.token(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            redirect,
            "code_verifier",
            verifier));
  }

  private static String random() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
