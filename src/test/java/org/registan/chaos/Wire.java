package org.registan.chaos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.registan.attachment.Files;
import org.registan.kernel.Json;

/**
 * The way to a server that is killed now and then: what is not answered is sent again, with the
 * same headers and body, until it is. What is acknowledged goes to the history first.
 */
final class Wire {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Who calls: a role of a participant. */
  record Caller(String participant, String role) {}

  /** A call; the same call is sent again with the same key. Of a file, each letter is a byte. */
  record Request(String method, String path, Map<String, String> headers, String body) {
    static Request get(String path) {
      return new Request("GET", path, Map.of(), "");
    }

    String contentType() {
      return headers.getOrDefault("Content-Type", "application/json");
    }

    @Override
    public String toString() {
      return "%s %s %s %.500s".formatted(method, path, headers, body);
    }
  }

  record Answer(int status, String etag, String text) {
    JsonNode json() {
      return Json.parse(text);
    }

    String id() {
      return json().path("id").asText();
    }
  }

  private static final BodyHandler<String> TEXT =
      it -> BodySubscribers.ofString(charset(it.headers().firstValue("Content-Type").orElse("")));

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final BiFunction<String, String, String> tokens;
  private final History history;
  private final Findings findings;

  Wire(URI base, BiFunction<String, String, String> tokens, History history, Findings findings) {
    this.base = base;
    this.tokens = tokens;
    this.history = history;
    this.findings = findings;
  }

  Answer get(Caller caller, String path) {
    return send(caller, Request.get(path));
  }

  /** The first answer that says what became of the call. */
  Answer send(Caller caller, Request request) {
    var end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      var answer = sendOnce(caller, request);
      if (answer.isPresent()) {
        return answer.get();
      }
      pause();
    }
    throw new IllegalStateException(request.method() + " " + request.path() + " found no server");
  }

  /** The same sent once alone: without an answer nobody knows what became of it. */
  Optional<Answer> sendOnce(Caller caller, Request request) {
    try {
      var response = http.send(http(caller, request), TEXT);
      if (response.statusCode() < 500) {
        return Optional.of(acknowledged(caller, request, response));
      }
      unavailable(request, response);
    } catch (IOException e) {
      findings.count("calls not answered");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Optional.empty();
  }

  private void unavailable(Request request, HttpResponse<String> response) {
    findings.count("answers " + response.statusCode());
    if (response.statusCode() != 503) {
      findings.violation(
          "%s %s: %d %s", request.method(), request.path(), response.statusCode(), response.body());
    }
  }

  private Answer acknowledged(Caller caller, Request request, HttpResponse<String> response) {
    var answer =
        new Answer(
            response.statusCode(),
            response.headers().firstValue("ETag").orElse(""),
            response.body());
    if (!request.method().equals("GET")) {
      findings.count("acknowledged answers");
      var line =
          Json.object()
              .put("caller", caller.participant() + " " + caller.role())
              .put("call", request.method() + " " + request.path())
              .put("status", answer.status())
              .put("etag", answer.etag());
      request.headers().forEach(line.putObject("headers")::put);
      history.append(line.put("body", answer.text()));
    }
    return answer;
  }

  private HttpRequest http(Caller caller, Request request) {
    var http =
        HttpRequest.newBuilder(base.resolve(request.path()))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + tokens.apply(caller.participant(), caller.role()));
    request.headers().forEach(http::header);
    var type = request.contentType();
    return request.body().isEmpty()
        ? http.method(request.method(), BodyPublishers.noBody()).build()
        : http.setHeader("Content-Type", type)
            .method(request.method(), BodyPublishers.ofString(request.body(), charset(type)))
            .build();
  }

  private static Charset charset(String contentType) {
    return contentType.equals(Files.PDF) ? ISO_8859_1 : UTF_8;
  }

  static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
