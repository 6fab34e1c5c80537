package org.registan.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The hub and who is joined to it: the one way in which the seed, the demo and the tests add a
 * participant's identity provider, a machine client and the console.
 */
public final class Federation {
  public static final String HUB = "hub";
  public static final String API = "registan-api";
  public static final String WEB = "registan-web";
  public static final String DOCS = "registan-docs";

  private static final String HUB_PATH = "/" + HUB;
  private static final String PROVIDERS = HUB_PATH + "/identity-provider/instances";

  private final Admin admin;

  public Federation(Admin admin) {
    this.admin = admin;
  }

  /**
   * Joins a participant's identity provider: the provider bound to an organization of its own (kill
   * switch and link barrier), and mappers that fix the participant, let the roles of its kind
   * through and no other, and take the agency as the provider asserts it.
   */
  public void addProvider(String code, Kind kind, String name, String issuer) {
    String alias = code.toLowerCase(Locale.ROOT);
    ObjectNode provider =
        Json.object(
            Map.of(
                "alias",
                alias,
                "displayName",
                name,
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                false,
                "storeToken",
                false,
                "linkOnly",
                false,
                "firstBrokerLoginFlowAlias",
                "registan first broker login"));
    provider.set("config", ProviderSettings.of(admin, issuer));
    admin.post(PROVIDERS, provider);
    ObjectNode organization = Json.object(Map.of("name", alias, "alias", alias, "enabled", true));
    String id = admin.post(HUB_PATH + "/organizations", organization);
    admin.post(
        HUB_PATH + "/organizations/" + id + "/identity-providers",
        Json.MAPPER.getNodeFactory().textNode(alias));
    addMapper(
        alias,
        "participant",
        "hardcoded-user-session-attribute-idp-mapper",
        Map.of("attribute", "participant", "attribute.value", code));
    addMapper(
        alias,
        "username",
        "oidc-username-idp-mapper",
        Map.of("template", "${ALIAS}.${CLAIM.sub}", "target", "LOCAL"));
    addMapper(
        alias,
        "agency",
        "oidc-user-session-note-idp-mapper",
        Map.of(
            "claims", "[{\"key\":\"agency\",\"value\":\".*\"}]",
            "are.claim.values.regex", "true"));
    addMapper(
        alias,
        "provider subject",
        "oidc-user-session-note-idp-mapper",
        Map.of("claims", "[{\"key\":\"sub\",\"value\":\".*\"}]", "are.claim.values.regex", "true"));
    for (String role : kind.roles()) {
      addMapper(
          alias,
          "role " + role,
          "oidc-role-idp-mapper",
          Map.of("claim", "roles", "claim.value", role, "role", API + "." + role));
    }
  }

  /** Points a provider that was added to the place where its realm is now. */
  public void moveProvider(String alias, String issuer) {
    ObjectNode provider = (ObjectNode) admin.get(PROVIDERS + "/" + alias);
    ObjectNode config = provider.withObject("/config");
    if (!config.path("issuer").asText().equals(issuer)) {
      config.setAll(ProviderSettings.of(admin, issuer));
      admin.put(PROVIDERS + "/" + alias, provider);
    }
  }

  /**
   * Makes a client for a participant's system, known by its key; tokens name key and participant.
   */
  public void addMachineClient(
      String clientId, String participant, List<String> roles, ECKey publicKey) {
    Map<String, Object> client = new HashMap<>();
    client.put("clientId", clientId);
    client.put("enabled", true);
    client.put("protocol", "openid-connect");
    client.put("publicClient", false);
    client.put("clientAuthenticatorType", "client-jwt");
    client.put("standardFlowEnabled", false);
    client.put("directAccessGrantsEnabled", false);
    client.put("serviceAccountsEnabled", true);
    client.put("fullScopeAllowed", false);
    client.put("defaultClientScopes", List.of("basic", "registan"));
    client.put("optionalClientScopes", List.of());
    client.put("attributes", ClientKeys.attributes(publicKey));
    client.put(
        "protocolMappers",
        List.of(
            hardCoded("participant", participant),
            hardCoded("client_key", ClientKeys.thumbprint(publicKey))));
    String id = admin.post(HUB_PATH + "/clients", Json.object(client));
    String api = clientUuid(API);
    List<JsonNode> granted =
        StreamSupport.stream(
                admin.get(HUB_PATH + "/clients/" + api + "/roles").spliterator(), false)
            .filter(role -> roles.contains(role.get("name").asText()))
            .toList();
    if (granted.size() != roles.size()) {
      throw new IllegalArgumentException("not all are roles of " + API + ": " + roles);
    }
    String account =
        admin.get(HUB_PATH + "/clients/" + id + "/service-account-user").get("id").asText();
    admin.post(HUB_PATH + "/clients/" + id + "/scope-mappings/clients/" + api, Json.array(granted));
    admin.post(
        HUB_PATH + "/users/" + account + "/role-mappings/clients/" + api, Json.array(granted));
  }

  /** Tells the hub where the console is and which key it has. */
  public void setWebClient(String url, ECKey publicKey) {
    ObjectNode client = (ObjectNode) admin.get(HUB_PATH + "/clients?clientId=" + WEB).get(0);
    boolean moved = !client.path("rootUrl").asText().equals(url);
    boolean rekeyed =
        !client.at("/attributes/jwks.string").asText().equals(ClientKeys.jwks(publicKey));
    if (moved || rekeyed) {
      client.put("rootUrl", url);
      client.withObject("/attributes").setAll(Json.object(ClientKeys.attributes(publicKey)));
      admin.put(HUB_PATH + "/clients/" + client.get("id").asText(), client);
    }
  }

  /** Tells the hub where the contract is tried out in a browser, and lets people log in there. */
  public void setDocsClient(String url) {
    ObjectNode client = (ObjectNode) admin.get(HUB_PATH + "/clients?clientId=" + DOCS).get(0);
    if (!client.path("enabled").asBoolean() || !client.path("rootUrl").asText().equals(url)) {
      client.put("rootUrl", url).put("enabled", true);
      client.putArray("webOrigins").add(url);
      admin.put(HUB_PATH + "/clients/" + client.get("id").asText(), client);
    }
  }

  private void addMapper(String alias, String name, String type, Map<String, String> config) {
    Map<String, String> all = new HashMap<>(config);
    all.put("syncMode", "FORCE");
    admin.post(
        PROVIDERS + "/" + alias + "/mappers",
        Json.object(
            Map.of(
                "name", name,
                "identityProviderAlias", alias,
                "identityProviderMapper", type,
                "config", all)));
  }

  private String clientUuid(String clientId) {
    return admin.get(HUB_PATH + "/clients?clientId=" + clientId).get(0).get("id").asText();
  }

  private static Map<String, Object> hardCoded(String claim, String value) {
    return Map.of(
        "name",
        claim,
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-hardcoded-claim-mapper",
        "config",
        Map.of(
            "claim.name", claim,
            "claim.value", value,
            "jsonType.label", "String",
            "access.token.claim", "true",
            "id.token.claim", "false",
            "userinfo.token.claim", "false",
            "introspection.token.claim", "true"));
  }
}
