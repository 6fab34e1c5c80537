package org.registan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.registan.stand.Stand;

/** A list asked for over HTTP by a person with a token. */
final class Wire {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final URI application;
  private final Stand stand;
  private final String participant;

  Wire(URI application, Stand stand, String participant) {
    this.application = application;
    this.stand = stand;
    this.participant = participant;
  }

  /** One more request, its token fresh. */
  Runnable list(int limit) {
    var request = request("/v1/denials?limit=" + limit, "application/json");
    return () -> send(request, BodyHandlers.ofString());
  }

  /** How many denials a full read gives. */
  long count() {
    return send(request("/v1/denials", "application/x-ndjson"), BodyHandlers.ofLines()).count() - 1;
  }

  private HttpRequest request(String path, String form) {
    var token = stand.tokens().of(participant, "officer").access();
    return HttpRequest.newBuilder(application.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Accept", form)
        .build();
  }

  private <T> T send(HttpRequest request, HttpResponse.BodyHandler<T> form) {
    try {
      var response = http.send(request, form);
      if (response.statusCode() != 200) {
        throw new IllegalStateException("answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
