package org.registan.stand;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Keycloak's data with hub, national realms, people and machine clients in it, and the secrets that
 * belong to them; made once per checkout and copied for each stand.
 */
final class Seed {
  private Seed() {}

  static Path directory() {
    Path distribution = KeycloakServer.distribution();
    String made =
        Digests.of(
            distribution.getFileName().toString(),
            List.of(hub(), Checkout.realms().resolve("national-realm.json"), Cast.file()),
            List.of(
                Federation.class,
                ProviderSettings.class,
                NationalRealm.class,
                Kind.class,
                Secrets.class,
                Seed.class));
    return Once.directory(Checkout.cache().resolve("seed-" + made), Seed::make);
  }

  private static void make(Path dir) throws IOException {
    Secrets secrets = new Secrets(dir.resolve("secrets"));
    KeycloakServer server = new KeycloakServer(dir, Ports.free(), Ports.free());
    String password = secrets.password(Admin.USER);
    server.start(
        Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", Admin.USER, "KC_BOOTSTRAP_ADMIN_PASSWORD", password));
    try {
      fill(new Admin(server.url(), password), secrets);
    } finally {
      server.process().stop(Duration.ofSeconds(30));
    }
    server.process().forget();
  }

  private static void fill(Admin admin, Secrets secrets) {
    Federation federation = new Federation(admin);
    JsonNode hub = Json.read(hub());
    admin.post("", hub);
    federation.setWebClient("https://registan.invalid", secrets.key(Federation.WEB));
    Cast cast = Cast.read();
    for (Cast.Member member : cast.participants()) {
      admin.post("", NationalRealm.of(member, secrets));
      federation.addProvider(
          member.code(), member.kind(), member.name(), admin.base() + "/realms/" + member.alias());
    }
    for (Cast.Machine machine : cast.machines()) {
      federation.addMachineClient(
          machine.clientId(),
          machine.participant(),
          List.of(machine.role()),
          secrets.key(machine.clientId()));
    }
  }

  private static Path hub() {
    return Checkout.realms().resolve("hub-realm.json");
  }
}
