package org.registan.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.stand.Admin;
import org.registan.stand.BrokerLogin;
import org.registan.stand.Browser;
import org.registan.stand.Federation;
import org.registan.stand.Token;

/** A person of a national realm, made for one test, who has never been at the hub before. */
public final class Stranger implements AutoCloseable {

  private final Admin admin = As.stand().identityProvider().admin();
  private final String alias;
  private final String username = "victim-" + UUID.randomUUID();
  private final String subject;

  public Stranger(String alias, String agency, String role) {
    this.alias = alias;
    ObjectNode user =
        Json.object()
            .put("username", username)
            .put("enabled", true)
            .put("email", email())
            .put("emailVerified", true)
            .put("firstName", "Genuine")
            .put("lastName", "Person");
    user.putObject("attributes").putArray("agency").add(agency);
    user.putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", username)
        .put("temporary", false);
    subject = admin.post(realm() + "/users", user);
    admin.post(
        realm() + "/users/" + subject + "/role-mappings/realm",
        Json.MAPPER.createArrayNode().add(admin.get(realm() + "/roles/" + role)));
  }

  String username() {
    return username;
  }

  String email() {
    return username + "@" + alias + ".example";
  }

  /** At the national realm; another than the hub's. */
  String subject() {
    return subject;
  }

  public Token logIn() {
    var provider = As.stand().identityProvider();
    return new BrokerLogin(
            provider.hub(), As.stand().applicationUrl(), provider.secrets().key(Federation.WEB))
        .login(alias, username, username);
  }

  /** Fills in the log-in form of the national realm. */
  void logIn(Browser browser, Browser.Page form) {
    browser.logIn(form, username, username);
  }

  private String realm() {
    return "/" + alias;
  }

  @Override
  public void close() {
    admin.delete(realm() + "/users/" + subject);
  }
}
