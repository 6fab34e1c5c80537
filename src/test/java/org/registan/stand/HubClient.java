package org.registan.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A client of the hub that proves itself by its key (private_key_jwt) and asks for tokens. */
final class HubClient {
  private final HttpClient http;
  private final String issuer;
  private final String clientId;
  private final ECKey key;

  HubClient(HttpClient http, String issuer, String clientId, ECKey key) {
    this.http = http;
    this.issuer = issuer;
    this.clientId = clientId;
    this.key = key;
  }

  String clientId() {
    return clientId;
  }

  String endpoint(String name) {
    return issuer + "/protocol/openid-connect/" + name;
  }

  Token token(Map<String, String> grant) {
    return token(grant, Map.of());
  }

  Token token(Map<String, String> grant, Map<String, String> headers) {
    Map<String, String> fields = new LinkedHashMap<>(grant);
    fields.put("client_id", clientId);
    fields.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    fields.put("client_assertion", assertion());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint("token")))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", Forms.TYPE)
            .POST(BodyPublishers.ofString(Forms.encode(fields)));
    headers.forEach(request::header);
    Instant asked = Instant.now();
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      JsonNode answer = Json.parse(response.body());
      if (response.statusCode() != 200) {
        throw new LoginRefused(clientId + ": " + answer);
      }
      return Token.from(answer, asked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String assertion() {
    try {
      Instant now = Instant.now();
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(JOSEObjectType.JWT)
                  .keyID(key.getKeyID())
                  .build(),
              new JWTClaimsSet.Builder()
                  .issuer(clientId)
                  .subject(clientId)
                  .audience(issuer)
                  .jwtID(UUID.randomUUID().toString())
                  .issueTime(Date.from(now))
                  .expirationTime(Date.from(now.plusSeconds(30)))
                  .build());
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
