package org.registan.stand;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keycloak's Admin API, spoken by the administrator of the master realm. */
public final class Admin {
  public static final String USER = "admin";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String base;
  private final String password;
  private String token = "";
  private Instant renewAt = Instant.MIN;

  public Admin(String base, String password) {
    this.base = base;
    this.password = password;
  }

  public String base() {
    return base;
  }

  /** The answer to a GET below {@code /admin/realms}. */
  public JsonNode get(String path) {
    return Json.parse(ok(send("GET", path, null)).body());
  }

  /** The same, or null when there is no such thing. */
  public @Nullable JsonNode find(String path) {
    HttpResponse<String> response = send("GET", path, null);
    return response.statusCode() == 404 ? null : Json.parse(ok(response).body());
  }

  /** Creates something; its id is the end of the location answered, or empty. */
  public String post(String path, JsonNode body) {
    String location = ok(send("POST", path, body)).headers().firstValue("Location").orElse("");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** The answer to a POST that asks rather than creates. */
  public JsonNode ask(String path, JsonNode body) {
    return Json.parse(ok(send("POST", path, body)).body());
  }

  public void put(String path, JsonNode body) {
    ok(send("PUT", path, body));
  }

  public void delete(String path) {
    ok(send("DELETE", path, null));
  }

  private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/admin/realms" + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    return exchange(request.build());
  }

  private synchronized String token() {
    if (Instant.now().isAfter(renewAt)) {
      Instant asked = Instant.now();
      String form =
          Forms.encode(
              Map.of(
                  "grant_type",
                  "password",
                  "client_id",
                  "admin-cli",
                  "username",
                  USER,
                  "password",
                  password));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + "/realms/master/protocol/openid-connect/token"))
              .timeout(Duration.ofSeconds(60))
              .header("Content-Type", Forms.TYPE)
              .POST(BodyPublishers.ofString(form))
              .build();
      JsonNode answer = Json.parse(ok(exchange(request)).body());
      token = answer.get("access_token").asText();
      renewAt = asked.plusSeconds(answer.get("expires_in").asLong() / 2);
    }
    return token;
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> ok(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "%s %s: %d %s"
              .formatted(
                  response.request().method(),
                  response.uri(),
                  response.statusCode(),
                  response.body()));
    }
    return response;
  }
}
