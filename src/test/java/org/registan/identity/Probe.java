package org.registan.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.kernel.Json;
import org.registan.stand.Admin;
import org.registan.stand.ClientKeys;
import org.registan.stand.DeployScript;
import org.registan.stand.Federation;
import org.registan.stand.MachineLogin;
import org.registan.stand.Secrets;
import org.registan.stand.Token;

/** A machine client of Kazakhstan, made in a realm for one test, to be changed there at will. */
final class Probe implements AutoCloseable {

  private final Admin admin = As.stand().identityProvider().admin();
  private final String id = "probe-" + UUID.randomUUID();
  private ECKey key = newKey();

  private final String realm;

  /** Known to the hub alone. */
  Probe() {
    realm = Federation.HUB;
    new Federation(admin).addMachineClient(id, "KAZ", List.of("machine-read"), key);
  }

  /** The like of it, made by a national realm. */
  Probe(String realm) {
    this.realm = realm;
    var client =
        Json.object()
            .put("clientId", id)
            .put("serviceAccountsEnabled", true)
            .put("standardFlowEnabled", false)
            .put("publicClient", false)
            .put("clientAuthenticatorType", "client-jwt");
    client.set("attributes", Json.MAPPER.valueToTree(ClientKeys.attributes(key)));
    admin.post("/" + realm + "/clients", client);
    add("oidc-hardcoded-claim-mapper", fixed("participant", "KAZ"));
    add("oidc-hardcoded-claim-mapper", fixed("client_key", ClientKeys.thumbprint(key)));
  }

  /** What a mapper needs to put a text into access tokens. */
  static ObjectNode fixed(String claim, String value) {
    return Json.object()
        .put("claim.name", claim)
        .put("claim.value", value)
        .put("jsonType.label", "String")
        .put("access.token.claim", "true");
  }

  /** Registered by its state and approved by a second person. */
  Probe registered() {
    var wish =
        Json.object()
            .put("clientId", id)
            .put("agency", "CID")
            .put("keyThumbprint", ClientKeys.thumbprint(key))
            .put("role", "machine-read")
            .put("reason", "As agreed");
    Denials.approved("KAZ", As.the("KAZ", "state-admin").body(wish.toString()).post(clients()));
    return this;
  }

  /** Blocks or unblocks it, as its state's administrator. */
  void set(String act) {
    As.the("KAZ", "state-admin").post(clients() + "/" + id + "/" + act).then().statusCode(200);
  }

  Token logIn() {
    return new MachineLogin(As.stand().identityProvider().realm(realm)).login(id, key);
  }

  Token logIn(String dpopProof) {
    return new MachineLogin(As.stand().identityProvider().realm(realm)).login(id, key, dpopProof);
  }

  /** Gets another key, and says so in its tokens. */
  void rotate() {
    key = newKey();
    attributes(Json.MAPPER.valueToTree(ClientKeys.attributes(key)));
    claim("client_key", ClientKeys.thumbprint(key));
  }

  /** Gets another key by the script that hosts have for it. */
  DeployScript.Outcome rotateByScript() {
    key = newKey();
    return new DeployScript(As.stand()).rotate(id, key);
  }

  /** Its state's administrator asks that the key it has now count. */
  Response proposeKey() {
    return As.the("KAZ", "state-admin")
        .body(
            "{\"keyThumbprint\": \"%s\", \"reason\": \"Yearly\"}"
                .formatted(ClientKeys.thumbprint(key)))
        .post(clients() + "/" + id + "/rotate-key");
  }

  /** Sets attributes of the client. */
  void attributes(JsonNode attributes) {
    var client = client();
    client.withObject("/attributes").setAll((ObjectNode) attributes);
    admin.put(path(), client);
  }

  /** Says something else in a claim that the hub fixes. */
  void claim(String name, String value) {
    var mapper = mapper(name);
    mapper.withObject("/config").put("claim.value", value);
    admin.put(path() + "/protocol-mappers/models/" + mapper.path("id").asText(), mapper);
  }

  void dropClaim(String name) {
    admin.delete(path() + "/protocol-mappers/models/" + mapper(name).path("id").asText());
  }

  /** Adds a claim mapper. */
  void add(String type, JsonNode config) {
    var mapper =
        Json.object()
            .put("name", UUID.randomUUID().toString())
            .put("protocol", "openid-connect")
            .put("protocolMapper", type);
    mapper.set("config", config);
    admin.post(path() + "/protocol-mappers/models", mapper);
  }

  /** Takes the scope away that brings audience and roles. */
  void dropScope() {
    for (var scope : admin.get(path() + "/default-client-scopes")) {
      if (scope.path("name").asText().equals("registan")) {
        admin.delete(path() + "/default-client-scopes/" + scope.path("id").asText());
      }
    }
  }

  private ObjectNode mapper(String name) {
    return StreamSupport.stream(admin.get(path() + "/protocol-mappers/models").spliterator(), false)
        .filter(it -> it.path("name").asText().equals(name))
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private ObjectNode client() {
    return (ObjectNode) admin.get("/" + realm + "/clients?clientId=" + id).get(0);
  }

  private String path() {
    return "/" + realm + "/clients/" + client().path("id").asText();
  }

  private static String clients() {
    return "/v1/participants/KAZ/clients";
  }

  private static ECKey newKey() {
    try {
      return Secrets.newKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.delete(path());
  }
}
