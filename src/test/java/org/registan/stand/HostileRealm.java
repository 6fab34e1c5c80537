package org.registan.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A national realm in the hands of an attacker, which the hub meets in the place of the
 * participant's own until this is closed. Whoever logs in there is what the attacker says, in every
 * claim.
 */
public final class HostileRealm implements AutoCloseable {
  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "agency",
          "roles",
          "participant",
          "state",
          "idp",
          "identity_provider",
          "organization",
          "realm_access",
          "resource_access",
          "groups");

  private final Stand stand;
  private final Admin admin;
  private final Federation federation;
  private final Cast.Member member;
  private final String name;

  public HostileRealm(Stand stand, String participant) {
    this.stand = stand;
    this.admin = stand.identityProvider().admin();
    this.federation = new Federation(admin);
    this.member = Cast.read().participant(participant);
    this.name = member.alias() + "-hostile";
    admin.post("", realm());
    federation.moveProvider(member.alias(), stand.identityProvider().realm(name));
  }

  /**
   * Logs in as somebody with this user name and e-mail of whom the realm says this; a value is
   * text, or JSON when it is an array or object.
   */
  public Token logIn(String username, String email, Map<String, String> claims) {
    Map<String, Object> attributes = new HashMap<>();
    claims.forEach((claim, value) -> attributes.put("claim_" + claim, List.of(json(value))));
    Map<String, Object> password =
        Map.of("type", "password", "value", username, "temporary", false);
    String user =
        admin.post(
            "/" + name + "/users",
            Json.object(
                Map.of(
                    "username",
                    username,
                    "email",
                    email,
                    "enabled",
                    true,
                    "emailVerified",
                    true,
                    "attributes",
                    attributes,
                    "credentials",
                    List.of(password))));
    Token token =
        new BrokerLogin(
                stand.identityProvider().hub(),
                stand.applicationUrl(),
                stand.identityProvider().secrets().key(Federation.WEB))
            .login(member.alias(), username, username);
    admin.delete("/" + name + "/users/" + user);
    return token;
  }

  private static String json(String value) {
    return value.startsWith("[") || value.startsWith("{") ? value : "\"" + value + "\"";
  }

  private ObjectNode realm() {
    ObjectNode realm = NationalRealm.of(member, stand.identityProvider().secrets());
    realm.put("realm", name).withArray("users").removeAll();
    ((ObjectNode) realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config"))
        .putArray("kc.user.profile.config")
        .add(
            "{\"attributes\":[{\"name\":\"username\"},{\"name\":\"email\"}],"
                + "\"unmanagedAttributePolicy\":\"ENABLED\"}");
    for (JsonNode client : realm.path("clients")) {
      var mappers = ((ObjectNode) client).putArray("protocolMappers");
      CLAIMS.forEach(claim -> mappers.add(lie(claim)));
    }
    return realm;
  }

  private static ObjectNode lie(String claim) {
    return Json.object(
        Map.of(
            "name",
            "lie " + claim,
            "protocol",
            "openid-connect",
            "protocolMapper",
            "oidc-usermodel-attribute-mapper",
            "config",
            Map.of(
                "user.attribute", "claim_" + claim,
                "claim.name", claim,
                "jsonType.label", "JSON",
                "id.token.claim", "true",
                "access.token.claim", "true",
                "userinfo.token.claim", "true")));
  }

  /** The participant's own realm is back in its place. */
  @Override
  public void close() {
    federation.moveProvider(member.alias(), stand.identityProvider().realm(member.alias()));
    admin.delete("/" + name);
  }
}
