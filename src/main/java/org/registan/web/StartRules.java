package org.registan.web;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What must hold of the settings before anything starts. In production every rule; in any other
 * profile, as of the demonstration, that nobody outside this machine is listened to. A fault names
 * its setting and never its value.
 */
final class StartRules {

  private static final String HUB = "quarkus.oidc.auth-server-url";
  private static final String WEB = "quarkus.oidc.web.";
  private static final String KEY_FILE = WEB + "credentials.jwt.key-file";
  private static final String STATE_SECRET = WEB + "authentication.state-secret";
  private static final String SESSION_SECRET = WEB + "token-state-manager.encryption-secret";
  private static final String PASSWORD = "quarkus.datasource.password";
  private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
  private static final Set<String> KNOWN_PASSWORDS =
      Set.of("registan", "password", "changeme", "change-me", "secret", "root", "admin", "mariadb");
  private static final int SHORTEST_PASSWORD = 16;
  private static final int SHORTEST_SECRET = 32;

  private final Function<String, Optional<String>> settings;
  private final List<String> faults = new ArrayList<>();

  private StartRules(Function<String, Optional<String>> settings) {
    this.settings = name -> settings.apply(name).map(String::strip).filter(it -> !it.isEmpty());
  }

  static List<String> faults(boolean production, Function<String, Optional<String>> settings) {
    var rules = new StartRules(settings);
    if (production) {
      rules.database();
      rules.hub();
      rules.console();
      rules.tokens();
      rules.host();
    } else {
      rules.must(
          "quarkus.http.host", LOOPBACK::contains, "must be loopback outside the profile prod");
    }
    return List.copyOf(rules.faults);
  }

  private void database() {
    isSet("quarkus.datasource.jdbc.url");
    isSet("quarkus.datasource.username");
    must(
        PASSWORD,
        it ->
            it.length() >= SHORTEST_PASSWORD
                && !KNOWN_PASSWORDS.contains(it.toLowerCase(Locale.ROOT))
                && !it.equals(said("quarkus.datasource.username")),
        "is a default, or shorter than %d characters".formatted(SHORTEST_PASSWORD));
    var ceiling = said("registan.marking-ceiling");
    if (!ceiling.isEmpty() && !ceiling.equals("UNCLASSIFIED")) {
      must(
          "registan.data-encrypted",
          "true"::equals,
          "must be true, and the database's directory encrypted, where registan.marking-ceiling"
              + " admits national markings");
    }
  }

  private void hub() {
    must(HUB, StartRules::isPublic, "must be an https address of a host that is not this one");
    for (var same :
        List.of(WEB + "auth-server-url", "quarkus.oidc.token.issuer", WEB + "token.issuer")) {
      must(same, said(HUB)::equals, "must be the same as " + HUB);
    }
  }

  private void console() {
    must(
        KEY_FILE,
        StartRules::isKept,
        "must be a file that can be read, and not the demonstration's");
    isSet(WEB + "credentials.jwt.token-key-id");
    for (var secret : List.of(STATE_SECRET, SESSION_SECRET)) {
      must(
          secret,
          it -> it.length() >= SHORTEST_SECRET && it.chars().distinct().count() > 8,
          "must be random, of %d characters or more".formatted(SHORTEST_SECRET));
    }
    if (!said(STATE_SECRET).isEmpty() && said(STATE_SECRET).equals(said(SESSION_SECRET))) {
      faults.add(SESSION_SECRET + " must not be the same as " + STATE_SECRET);
    }
    must(WEB + "authentication.cookie-force-secure", "true"::equals, "must be true");
    must(WEB + "authentication.pkce-required", "true"::equals, "must be true");
    may(
        WEB + "authentication.redirect-path",
        "/console/callback"::equals,
        "must be /console/callback, which the hub knows");
  }

  private void tokens() {
    must("quarkus.oidc.token.audience", "registan-api"::equals, "must be registan-api");
    must("quarkus.oidc.token.token-type", "Bearer"::equals, "must be Bearer");
    must("quarkus.oidc.client-id", "registan-api"::equals, "must be registan-api");
    must(WEB + "client-id", "registan-web"::equals, "must be registan-web");
    for (var tenant : List.of("quarkus.oidc.", WEB)) {
      may(tenant + "tls.verification", "required"::equals, "must be required");
    }
    may("quarkus.tls.trust-all", "false"::equals, "must be false");
  }

  private void host() {
    must(FORWARDING, "true"::equals, "must be true: a proxy ends TLS in front");
    isSet("quarkus.http.proxy.trusted-proxies");
    may(
        "quarkus.http.proxy.trusted-proxies",
        it -> !it.contains("0.0.0.0/0") && !it.contains("::/0"),
        "must name the proxy alone");
  }

  private static boolean isPublic(String address) {
    try {
      var uri = URI.create(address);
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && !LOOPBACK.contains(uri.getHost())
          && !uri.getHost().matches(".*\\.(invalid|example|test|localhost)");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isKept(String file) {
    try {
      var path = Path.of(file).toAbsolutePath();
      return Files.isReadable(path)
          && IntStream.range(0, path.getNameCount())
              .noneMatch(i -> path.getName(i).toString().equals(".registan"));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void isSet(String name) {
    must(name, it -> true, "");
  }

  private void must(String name, Predicate<String> holds, String fault) {
    if (said(name).isEmpty()) {
      faults.add(name + " is not set");
    } else {
      may(name, holds, fault);
    }
  }

  private void may(String name, Predicate<String> holds, String fault) {
    if (!said(name).isEmpty() && !holds.test(said(name))) {
      faults.add(name + " " + fault);
    }
  }

  private String said(String name) {
    return settings.apply(name).orElse("");
  }
}
