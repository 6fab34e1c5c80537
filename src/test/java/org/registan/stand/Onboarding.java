package org.registan.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Admits the cast to a running application through its public API: the operator enters the
 * participants, each state registers its machine clients under four eyes. Done again, it changes
 * nothing.
 */
public final class Onboarding {

  private final HttpClient http =
      HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
  private final URI base;
  private final Stand stand;
  private final Cast cast = Cast.read();

  public Onboarding(URI base, Stand stand) {
    this.base = base;
    this.stand = stand;
  }

  public void run() {
    for (var member : cast.participants()) {
      if (member.kind() != Kind.OPERATOR) {
        enter(member);
      }
    }
    cast.machines().forEach(this::register);
  }

  /** Enters a participant, or brings its entry up to date; its agencies are its own to change. */
  public void enter(Cast.Member member) {
    ObjectNode entry =
        Json.MAPPER
            .createObjectNode()
            .put("kind", member.kind() == Kind.STATE ? "STATE" : "ORGANISATION")
            .put("timeZone", member.timeZone())
            .put("provider", member.alias());
    text(entry, member.name());
    var operator = stand.tokens().of("OPS", "operator").access();
    entry.set("agencies", known(operator, member.code()).orElseGet(() -> agencies(member)));
    var regimes = entry.putArray("regimes");
    member
        .regimes()
        .forEach(
            it -> regimes.addObject().put("regime", it.regime()).put("standing", it.standing()));
    send(operator, "PUT", "/v1/participants/" + member.code(), null, entry);
  }

  private Optional<JsonNode> known(String operator, String code) {
    for (var one : send(operator, "GET", "/v1/participants", null, null).body().path("items")) {
      if (one.path("code").asText().equals(code)) {
        return Optional.of(one.path("agencies"));
      }
    }
    return Optional.empty();
  }

  private static JsonNode agencies(Cast.Member member) {
    var agencies = Json.MAPPER.createArrayNode();
    for (var agency : member.agencies()) {
      var one =
          agencies
              .addObject()
              .put("id", agency.code())
              .put("nationalAuthority", agency.nationalAuthority());
      text(one, agency.name());
    }
    return agencies;
  }

  private static void text(ObjectNode node, String text) {
    node.putArray("names").addObject().put("lang", "en").put("text", text);
  }

  private void register(Cast.Machine machine) {
    var state = cast.participant(machine.participant()).kind() == Kind.STATE;
    var administrator =
        stand.tokens().of(machine.participant(), state ? "state-admin" : "secretariat").access();
    var releaser =
        stand.tokens().of(machine.participant(), state ? "releaser" : "committee").access();
    var clients = "/v1/participants/" + machine.participant() + "/clients";
    for (var known : send(administrator, "GET", clients, null, null).body().path("items")) {
      if (known.path("clientId").asText().equals(machine.clientId())) {
        return;
      }
    }
    var agency =
        cast.participant(machine.participant()).agencies().stream()
            .filter(Cast.Agency::nationalAuthority)
            .findFirst()
            .orElseThrow()
            .code();
    var wish =
        Json.MAPPER
            .createObjectNode()
            .put("clientId", machine.clientId())
            .put("agency", agency)
            .put("keyThumbprint", thumbprint(machine))
            .put("role", machine.role().toLowerCase(Locale.ROOT))
            .put("reason", machine.name());
    var proposed = send(administrator, "POST", clients, null, wish);
    var proposal = "/v1/proposals/" + proposed.body().path("id").asText();
    send(releaser, "POST", proposal + "/approve", proposed.etag(), null);
  }

  private String thumbprint(Cast.Machine machine) {
    try {
      return stand
          .identityProvider()
          .secrets()
          .key(machine.clientId())
          .computeThumbprint()
          .toString();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Answer(JsonNode body, String etag) {}

  private Answer send(
      String token, String method, String path, @Nullable String ifMatch, @Nullable JsonNode body) {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString());
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, publisher);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return new Answer(
          Json.parse(response.body()), response.headers().firstValue("ETag").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
