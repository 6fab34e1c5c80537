package org.registan.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Database and identity provider with all their state in one directory, and what the application
 * must be told of them. Any JVM, and any class loader, may attach to a stand that runs.
 */
public final class Stand implements AutoCloseable {
  private final Path state;
  private final Addresses addresses;
  private final Database database;
  private final IdentityProvider identityProvider;
  private final Secrets ownSecrets;
  private final @Nullable StateLock lock;
  private @Nullable Tokens tokens;

  private Stand(Path state, Addresses addresses, @Nullable StateLock lock) {
    this.state = state;
    this.addresses = addresses;
    this.lock = lock;
    this.ownSecrets = new Secrets(state.resolve("own-secrets"));
    this.database = new Database(state, addresses.database(), ownSecrets.password("database"));
    this.identityProvider =
        new IdentityProvider(state, addresses.keycloak(), addresses.management(), applicationUrl());
  }

  /**
   * Starts database and identity provider side by side on what the directory holds from earlier
   * runs; what a killed run left behind is ended first.
   *
   * @param applicationPort where the application will listen; 0 takes a free port
   */
  public static Stand start(Path directory, int applicationPort) {
    Path state = directory.toAbsolutePath().normalize();
    try {
      StateLock lock =
          StateLock.claim(state)
              .orElseThrow(() ->
                  new IllegalStateException("the demo runs already (in %s)".formatted(state)));
      Child.reap(state);
      Addresses addresses = Addresses.choose(state, applicationPort);
      Stand stand = new Stand(state, addresses, lock);
      try {
        CompletableFuture<Void> started = CompletableFuture.runAsync(stand.database::start);
        stand.identityProvider.start();
        started.join();
        addresses.write(state);
      } catch (RuntimeException e) {
        stand.close();
        throw e;
      }
      return stand;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stand that runs in this directory. */
  public static Stand attach(Path directory) {
    Path state = directory.toAbsolutePath().normalize();
    try {
      return new Stand(state, Addresses.read(state), null);
    } catch (IOException e) {
      throw new UncheckedIOException("no stand runs in " + state, e);
    }
  }

  /** The one stand of the tests in this JVM, started when first asked for. */
  public static Stand current() {
    return TestStand.current();
  }

  public Path state() {
    return state;
  }

  public Database database() {
    return database;
  }

  public IdentityProvider identityProvider() {
    return identityProvider;
  }

  public int applicationPort() {
    return addresses.application();
  }

  public String applicationUrl() {
    return "http://127.0.0.1:" + addresses.application();
  }

  public synchronized Tokens tokens() {
    if (tokens == null) {
      tokens = new Tokens(identityProvider, applicationUrl());
    }
    return tokens;
  }

  /** Joins one participant more; the operator enters it with {@link Onboarding#enter}. */
  public void join(Cast.Member member) {
    identityProvider.join(member);
    tokens().add(member);
  }

  /** What the application's configuration needs to work with this stand. */
  public Map<String, String> applicationProperties() {
    String port = Integer.toString(addresses.application());
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("quarkus.http.host", "127.0.0.1");
    properties.put("quarkus.http.port", port);
    properties.put("quarkus.http.test-port", port);
    properties.put("quarkus.datasource.jdbc.url", database.url());
    properties.put("quarkus.datasource.username", Database.USER);
    properties.put("quarkus.datasource.password", database.password());
    properties.put("quarkus.oidc.auth-server-url", identityProvider.hub());
    Secrets secrets = identityProvider.secrets();
    String web = "quarkus.oidc.web.";
    properties.put(web + "auth-server-url", identityProvider.hub());
    properties.put(web + "client-id", Federation.WEB);
    properties.put(web + "credentials.jwt.key-file", secrets.pem(Federation.WEB).toString());
    properties.put(web + "credentials.jwt.token-key-id", secrets.key(Federation.WEB).getKeyID());
    properties.put(web + "credentials.jwt.signature-algorithm", "ES256");
    properties.put(web + "credentials.jwt.audience", identityProvider.hub());
    properties.put(web + "authentication.state-secret", ownSecrets.password("web-state"));
    properties.put(
        web + "token-state-manager.encryption-secret", ownSecrets.password("web-session"));
    properties.put("registan.docs", "true");
    // Loaders and tests go faster than any one officer does.
    properties.put("registan.pace.per-second", "10000");
    properties.put("registan.pace.burst", "100000");
    return properties;
  }

  /** Ends both cleanly, side by side; what they hold stays. */
  @Override
  public void close() {
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(database::stop);
    identityProvider.stop();
    stopped.join();
    release();
  }

  /** Ends both at once, for a stand whose state nobody needs any more. */
  public void discard() {
    database.kill();
    identityProvider.kill();
    release();
    try {
      Trees.delete(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void release() {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
