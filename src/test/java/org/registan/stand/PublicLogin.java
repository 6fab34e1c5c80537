package org.registan.stand;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The log-in that the contract's pages make in a browser: a public client with PKCE, no secret. */
public final class PublicLogin {
  private static final String VERIFIER =
      "a-verifier-that-a-page-makes-up-anew-each-time-0123456789";

  private final String hub;
  private final String application;

  public PublicLogin(String hub, String application) {
    this.hub = hub + "/protocol/openid-connect/";
    this.application = application;
  }

  /** The page of the log-in, or the refusal of one that goes back to another address. */
  public Browser.Page begin(Browser browser, String alias, String redirect, boolean challenge) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("client_id", Federation.DOCS);
    request.put("response_type", "code");
    request.put("redirect_uri", redirect);
    request.put("state", "s");
    request.put("kc_idp_hint", alias);
    if (challenge) {
      request.put("code_challenge", challenge());
      request.put("code_challenge_method", "S256");
    }
    return browser.open(URI.create(hub + "auth?" + Forms.encode(request)));
  }

  /** What the token endpoint answers to the page, with the headers that let the page read it. */
  public HttpResponse<String> exchange(Browser.Page back, String redirect) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("client_id", Federation.DOCS);
    fields.put("code", String.valueOf(Forms.query(back.address()).get("code")));
    fields.put("redirect_uri", redirect);
    fields.put("code_verifier", VERIFIER);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub + "token"))
            .header("Content-Type", Forms.TYPE)
            .header("Origin", application)
            .POST(BodyPublishers.ofString(Forms.encode(fields)))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
