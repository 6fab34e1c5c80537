package org.registan.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the hub talks to a national provider: its addresses by discovery, the rest fixed by us. */
final class ProviderSettings {
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("clientId", "registan-hub"),
          Map.entry("clientAuthMethod", "private_key_jwt"),
          Map.entry("clientAssertionSigningAlg", "PS256"),
          Map.entry("validateSignature", "true"),
          Map.entry("useJwksUrl", "true"),
          Map.entry("pkceEnabled", "true"),
          Map.entry("pkceMethod", "S256"),
          Map.entry("defaultScope", "openid profile email"),
          Map.entry("disableUserInfo", "true"),
          Map.entry("isAccessTokenJWT", "false"),
          Map.entry("backchannelSupported", "true"),
          Map.entry("sendIdTokenOnLogout", "true"),
          Map.entry("syncMode", "FORCE"),
          Map.entry("allowedClockSkew", "10"),
          Map.entry("showInAccountConsole", "NEVER"),
          Map.entry("acceptsPromptNoneForwardFromClient", "false"),
          Map.entry("caseSensitiveOriginalUsername", "true"),
          Map.entry("forwardParameters", "ui_locales"));

  private ProviderSettings() {}

  static ObjectNode of(Admin admin, String issuer) {
    JsonNode found =
        admin.ask(
            "/" + Federation.HUB + "/identity-provider/import-config",
            Json.object(
                Map.of(
                    "providerId",
                    "oidc",
                    "fromUrl",
                    issuer + "/.well-known/openid-configuration")));
    Map<String, String> settings = new HashMap<>(FIXED);
    settings.put("issuer", issuer);
    settings.put("clientAssertionAudience", issuer);
    for (String url : List.of("authorizationUrl", "tokenUrl", "jwksUrl", "logoutUrl")) {
      settings.put(url, found.path(url).asText());
    }
    return Json.object(settings);
  }
}
