package org.registan.stand;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The packaged application as a child process on its stand: on the same port at every start. */
public final class Application {
  private final Stand stand;
  private final Child child;

  public Application(Stand stand) {
    this.stand = stand;
    this.child = new Child(stand.state(), "application");
  }

  public String url() {
    return stand.applicationUrl();
  }

  public long pid() {
    return child.pid();
  }

  public boolean alive() {
    return child.alive();
  }

  /** Starts it, or starts it again; returns when it is ready. */
  public void start() {
    child.start(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms128m",
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dquarkus.profile=demo",
            "-Dquarkus.config.locations=" + writeConfiguration(),
            "-jar",
            packaged().toString()),
        Map.of());
    child.awaitReady(this::ready, Duration.ofMinutes(2));
  }

  /** Ends it cleanly: what it has begun to answer, it answers. */
  public void stop() {
    child.stop(Duration.ofSeconds(30));
  }

  /** {@code kill -9}; {@link #start()} brings it back. */
  public void kill() {
    child.kill();
  }

  private static Path packaged() {
    Path jar = Checkout.root().resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing: run ./mvnw package first, it makes it");
    }
    return jar;
  }

  /** Passwords reach it by a file of its owner: a command line is everybody's to read. */
  private Path writeConfiguration() {
    Path file = stand.state().resolve("application.properties");
    String settings =
        stand.applicationProperties().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + escaped(setting.getValue()) + "\n")
            .collect(joining("", "config_ordinal=290\n", ""));
    try {
      Trees.writeOwners(file, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("$", "\\\\$");
  }

  private boolean ready() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url() + "/q/health/ready").toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(5_000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
