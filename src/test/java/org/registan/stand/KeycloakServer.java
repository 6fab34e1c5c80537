package org.registan.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Keycloak process in production mode on loopback ports, with its own data beside a distribution
 * that is unpacked and built once per checkout.
 */
final class KeycloakServer {
  static final String VERSION = "26.7.3";

  /** What is built into the server; whatever is not needed is left out. */
  static final List<String> BUILD_OPTIONS =
      List.of(
          "--db=dev-file",
          "--health-enabled=true",
          "--features-disabled=account,account-api,ciba,device-flow,docker,identity-assertion-jwt,"
              + "impersonation,instagram-broker,jwt-authorization-grant,kerberos,passkeys,"
              + "recovery-codes,token-exchange-standard,twitter-broker,web-authn");

  /** As in the distribution's own script, but for a fast start: first-tier compiler, serial GC. */
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-Xms64m",
          "-Xmx512m",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "-Dfile.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
              + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
          "-Dpicocli.disable.closures=true");

  private final Path home;
  private final int port;
  private final int managementPort;
  private final Child child;

  KeycloakServer(Path state, int port, int managementPort) {
    this.home = state.toAbsolutePath().resolve("keycloak");
    this.port = port;
    this.managementPort = managementPort;
    this.child = new Child(state, "keycloak");
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  Child process() {
    return child;
  }

  void start(Map<String, String> environment) {
    Path distribution = distribution();
    try {
      link(distribution);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.addAll(JAVA_OPTIONS);
    command.addAll(
        List.of(
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-cp",
            distribution.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            "start",
            "--optimized",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=" + url(),
            "--http-management-host=127.0.0.1",
            "--http-management-port=" + managementPort,
            "--log-level=info,io.smallrye.health:error"));
    child.start(command, environment);
    child.awaitReady(this::ready, Duration.ofMinutes(3));
  }

  /** The distribution, unpacked and built. */
  static Path distribution() {
    String name = "keycloak-" + VERSION + "-" + Digests.of(String.join(" ", BUILD_OPTIONS));
    return Once.directory(Checkout.cache().resolve(name), KeycloakServer::build);
  }

  private static void build(Path dir) throws IOException {
    Path zip = Checkout.artifact("org.keycloak", "keycloak-quarkus-dist", VERSION, "zip");
    Trees.unzip(zip, "keycloak-" + VERSION + "/", dir);
    List<String> command = new ArrayList<>(List.of("/bin/sh", "bin/kc.sh", "build"));
    command.addAll(BUILD_OPTIONS);
    Programs.run(dir, command, Map.of("JAVA_HOME", System.getProperty("java.home")));
  }

  /** A home of its own: code by link, configuration and data by itself. */
  private void link(Path distribution) throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.createDirectories(home.resolve("data"));
    for (String part : List.of("lib", "providers", "themes")) {
      Files.deleteIfExists(home.resolve(part));
      Files.createSymbolicLink(home.resolve(part), distribution.resolve(part));
    }
  }

  private boolean ready() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + managementPort + "/health/ready")
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(5_000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
