package org.registan.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a log-in gave: the access token, when it ends, and a person's refresh and ID tokens. */
public record Token(String access, Instant expires, @Nullable String refresh, @Nullable String id) {
  static Token from(JsonNode answer, Instant asked) {
    return new Token(
        answer.get("access_token").asText(),
        asked.plusSeconds(answer.get("expires_in").asLong()),
        answer.path("refresh_token").textValue(),
        answer.path("id_token").textValue());
  }

  /** What the access token says, unverified. */
  public JsonNode claims() {
    String payload = access.split("\\.", -1)[1];
    return Json.parse(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
  }

  @Override
  public String toString() {
    return "token until " + expires;
  }
}
