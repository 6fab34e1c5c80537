package org.registan.stand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where this checkout, its cache and the local Maven repository are. */
final class Checkout {
  private Checkout() {}

  static Path root() {
    Path start = Path.of(System.getProperty("stand.checkout", "")).toAbsolutePath().normalize();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("mvnw"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside a checkout of Registan: " + start);
  }

  /**
   * What is unpacked, built or seeded once per checkout; ignored by git, survives a clean build.
   */
  static Path cache() {
    return root().resolve(".registan/cache");
  }

  static Path realms() {
    return root().resolve("realms");
  }

  /** A file that the build has resolved into the local Maven repository. */
  static Path artifact(String group, String id, String version, String extension) {
    Path repository =
        Path.of(
            Objects.requireNonNullElseGet(
                System.getProperty("stand.repository"),
                () -> System.getProperty("user.home") + "/.m2/repository"));
    Path file =
        repository
            .resolve(group.replace('.', '/'))
            .resolve(id)
            .resolve(version)
            .resolve(id + "-" + version + "." + extension);
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          file + " is missing: run ./mvnw generate-test-resources once, it resolves it");
    }
    return file;
  }
}
