package org.registan.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a log-in gave: the access token, when it ends, and the refresh token of a person. */
public record Token(String access, Instant expires, @Nullable String refresh) {
  static Token from(JsonNode answer, Instant asked) {
    JsonNode refresh = answer.get("refresh_token");
    return new Token(
        answer.get("access_token").asText(),
        asked.plusSeconds(answer.get("expires_in").asLong()),
        refresh == null ? null : refresh.asText());
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
