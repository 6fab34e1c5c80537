package org.registan.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The loopback ports of a stand, kept in its state; each is taken again when it is still free. */
record Addresses(int application, int database, int keycloak, int management) {

  static Addresses read(Path state) throws IOException {
    return Json.MAPPER.readValue(file(state).toFile(), Addresses.class);
  }

  /** Ports to start with; the application's is 0 when any will do. */
  static Addresses choose(Path state, int application) throws IOException {
    Addresses last = Files.exists(file(state)) ? read(state) : new Addresses(0, 0, 0, 0);
    return new Addresses(
        application > 0 ? application : Ports.freeOr(last.application),
        Ports.freeOr(last.database),
        Ports.freeOr(last.keycloak),
        Ports.freeOr(last.management));
  }

  void write(Path state) throws IOException {
    Trees.writeOwners(file(state), Json.MAPPER.writeValueAsString(this));
  }

  private static Path file(Path state) {
    return state.resolve("addresses.json");
  }
}
