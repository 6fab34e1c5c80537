package org.registan.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The real Keycloak with the hub and the national realms, as a child process. */
public final class IdentityProvider {
  private final Path state;
  private final KeycloakServer server;
  private final Secrets secrets;
  private final String console;

  /**
   * @param console where the application is, so that the hub sends people back there
   */
  IdentityProvider(Path state, int port, int managementPort, String console) {
    this.state = state.toAbsolutePath();
    this.server = new KeycloakServer(state, port, managementPort);
    this.secrets = new Secrets(this.state.resolve("secrets"));
    this.console = console;
  }

  /** The hub's issuer. */
  public String hub() {
    return realm(Federation.HUB);
  }

  /** The issuer of a realm. */
  public String realm(String name) {
    return server.url() + "/realms/" + name;
  }

  public String url() {
    return server.url();
  }

  public Admin admin() {
    return new Admin(server.url(), secrets.password(Admin.USER));
  }

  public Secrets secrets() {
    return secrets;
  }

  public long pid() {
    return server.process().pid();
  }

  public boolean alive() {
    return server.process().alive();
  }

  /** Starts it on the data of the state, which is a copy of the seed at first. */
  void start() {
    Path seed = Seed.directory();
    try {
      Trees.ownersDirectory(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Once.directory(state.resolve("secrets"), dir -> Trees.copy(seed.resolve("secrets"), dir));
    Once.directory(
        state.resolve("keycloak"),
        dir -> Trees.copy(seed.resolve("keycloak/data"), dir.resolve("data")));
    server.start(Map.of());
    tellWhereAllIs();
  }

  /** Adds a participant's realm, which the hub does not know yet, unless it is there. */
  public void establish(Cast.Member member) {
    Admin admin = admin();
    if (admin.find("/" + member.alias()) == null) {
      admin.post("", NationalRealm.of(member, secrets));
    }
  }

  /** Adds a participant's realm and joins it to the hub. */
  void join(Cast.Member member) {
    establish(member);
    new Federation(admin())
        .addProvider(member.code(), member.kind(), member.name(), realm(member.alias()));
  }

  void stop() {
    server.process().stop(Duration.ofSeconds(30));
  }

  void kill() {
    server.process().kill();
  }

  /** Ports differ from run to run; the addresses kept in the data follow them. */
  private void tellWhereAllIs() {
    Federation federation = new Federation(admin());
    federation.setWebClient(console, secrets.key(Federation.WEB));
    federation.setDocsClient(console);
    for (Cast.Member member : Cast.read().participants()) {
      federation.moveProvider(member.alias(), realm(member.alias()));
    }
    for (Cast.Member member : Cast.newcomers().participants()) {
      if (admin().find("/hub/identity-provider/instances/" + member.alias()) != null) {
        federation.moveProvider(member.alias(), realm(member.alias()));
      }
    }
  }
}
