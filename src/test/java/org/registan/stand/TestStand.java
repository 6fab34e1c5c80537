package org.registan.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one stand of a test JVM. Quarkus loads test classes more than once, so what is known across
 * class loaders is the state directory alone, in a system property; each copy attaches to it.
 */
final class TestStand {
  private static final String PROPERTY = "stand.state";
  private static @Nullable Stand attached;

  private TestStand() {}

  static Stand current() {
    synchronized (PROPERTY.intern()) {
      if (attached == null) {
        String running = System.getProperty(PROPERTY);
        attached = running == null ? start() : Stand.attach(Path.of(running));
      }
      return attached;
    }
  }

  private static Stand start() {
    Path parent = Checkout.root().resolve("target/stand");
    try {
      sweep(parent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Stand stand = Stand.start(parent.resolve(UUID.randomUUID().toString().substring(0, 8)), 0);
    Runtime.getRuntime().addShutdownHook(new Thread(stand::discard, "stand-discard"));
    System.setProperty(PROPERTY, stand.state().toString());
    return stand;
  }

  /** Removes what killed test runs left behind. */
  private static void sweep(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (DirectoryStream<Path> states = Files.newDirectoryStream(parent, Files::isDirectory)) {
      for (Path state : states) {
        Optional<StateLock> lock = StateLock.claim(state);
        if (lock.isPresent()) {
          Child.reap(state);
          Trees.delete(state);
          lock.get().close();
        }
      }
    }
  }
}
