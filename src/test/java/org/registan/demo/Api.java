package org.registan.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The public API as its callers see it; waits and tries again while the server is away. */
final class Api {

  private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
  private static final int ATTEMPTS = 40;
  private static final int TOKENS = 3;
  private static final int LONGEST_PAUSE = 20;

  /** Who calls: a role of a participant. */
  record Caller(String participant, String role) {}

  record Answer(int status, Optional<String> etag, JsonNode body) {

    String text(String field) {
      return body.path(field).asText();
    }
  }

  /** The server's answer is not what the load can go on with. */
  static final class Refused extends RuntimeException {
    Refused(String message) {
      super(message);
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final BiFunction<String, String, String> tokens;
  private final Duration pause;

  Api(URI base, BiFunction<String, String, String> tokens, Duration pause) {
    this.base = base;
    this.tokens = tokens;
    this.pause = pause;
  }

  Answer get(Caller caller, String path) {
    return send(caller, "GET", path, Map.of(), MissingNode.getInstance());
  }

  /** Sends until the server answers; a repetition carries the same headers and body. */
  Answer send(
      Caller caller, String method, String path, Map<String, String> headers, JsonNode body) {
    var failure = "";
    var unauthorised = 0;
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        var response =
            http.send(request(caller, method, path, headers, body), BodyHandlers.ofString(UTF_8));
        if (response.statusCode() == 401 && ++unauthorised < TOKENS) {
          continue;
        }
        if (!AWAY.contains(response.statusCode())) {
          return answer(response);
        }
        failure = "status " + response.statusCode();
      } catch (IOException e) {
        failure = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Refused("interrupted");
      }
      rest(attempt);
    }
    throw new Refused(method + " " + path + " found no server: " + failure);
  }

  /** The answer when it has the expected status. */
  static Answer expect(int status, String what, Answer answer) {
    if (answer.status() != status) {
      throw new Refused(what + " was answered " + answer.status() + ": " + answer.body());
    }
    return answer;
  }

  private HttpRequest request(
      Caller caller, String method, String path, Map<String, String> headers, JsonNode body) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + tokens.apply(caller.participant(), caller.role()))
            .header("Accept", "application/json, application/problem+json");
    headers.forEach(request::header);
    if (body.isMissingNode()) {
      return request.method(method, BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body.toString(), UTF_8))
        .build();
  }

  private static Answer answer(HttpResponse<String> response) throws JsonProcessingException {
    var etag = response.headers().firstValue("ETag");
    var text = response.body();
    var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
    return new Answer(
        response.statusCode(),
        etag,
        isJson && !text.isEmpty() ? DemoFiles.JSON.readTree(text) : MissingNode.getInstance());
  }

  private void rest(int attempt) {
    try {
      Thread.sleep(pause.multipliedBy(Math.min(LONGEST_PAUSE, attempt + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted");
    }
  }
}
