package org.registan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting that would give something away is refused by its name, and its value not shown. */
class StartRulesTest {

  private static final String HUB = "https://id.registan.gov.pk/realms/hub";

  private final Map<String, String> settings = new HashMap<>();

  @TempDir Path directory;

  @BeforeEach
  void everythingIsInOrder() throws IOException {
    settings.putAll(needed());
    settings.put(
        "quarkus.oidc.web.credentials.jwt.key-file",
        Files.writeString(directory.resolve("web.pem"), "key").toString());
  }

  private static Map<String, String> needed() {
    return Map.ofEntries(
        Map.entry("quarkus.datasource.jdbc.url", "jdbc:mariadb://mariadb:3306/registan"),
        Map.entry("quarkus.datasource.username", "registan"),
        Map.entry("quarkus.datasource.password", "aVs7YqP2mX9zKd4LwR"),
        Map.entry("quarkus.oidc.auth-server-url", HUB),
        Map.entry("quarkus.oidc.token.issuer", HUB),
        Map.entry("quarkus.oidc.token.audience", "registan-api"),
        Map.entry("quarkus.oidc.token.token-type", "Bearer"),
        Map.entry("quarkus.oidc.client-id", "registan-api"),
        Map.entry("quarkus.oidc.web.auth-server-url", HUB),
        Map.entry("quarkus.oidc.web.token.issuer", HUB),
        Map.entry("quarkus.oidc.web.client-id", "registan-web"),
        Map.entry("quarkus.oidc.web.credentials.jwt.key-file", "web.pem"),
        Map.entry("quarkus.oidc.web.credentials.jwt.token-key-id", "k1"),
        Map.entry(
            "quarkus.oidc.web.authentication.state-secret", "Qm4xV7tLz9pRk2WcN8sYb5HdJf3GaT6e"),
        Map.entry(
            "quarkus.oidc.web.token-state-manager.encryption-secret",
            "u8KfZr2XwP6nVb9MqTj4LcY7hGd3SsA5"),
        Map.entry("quarkus.oidc.web.authentication.cookie-force-secure", "true"),
        Map.entry("quarkus.oidc.web.authentication.pkce-required", "true"),
        Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
        Map.entry("quarkus.http.proxy.trusted-proxies", "172.16.0.2"),
        Map.entry("registan.marking-ceiling", "RESTRICTED"),
        Map.entry("registan.data-encrypted", "true"));
  }

  @Test
  void settingsThatAreInOrderAreTaken() {
    assertThat(faults()).isEmpty();
  }

  static Stream<String> names() {
    return needed().keySet().stream().filter(it -> !it.equals("registan.marking-ceiling"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsNotSetIsNamed(String name) {
    settings.remove(name);
    assertThat(faults()).contains(name + " is not set");
    settings.put(name, " ");
    assertThat(faults()).contains(name + " is not set");
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.auth-server-url, http://id.registan.gov.pk/realms/hub",
    "quarkus.oidc.auth-server-url, https://127.0.0.1/realms/hub",
    "quarkus.oidc.auth-server-url, https://id.registan.example/realms/hub",
    "quarkus.oidc.auth-server-url, no address",
    "quarkus.oidc.token.issuer, any",
    "quarkus.oidc.web.token.issuer, https://elsewhere.gov.kz/realms/hub",
    "quarkus.oidc.token.audience, another-api",
    "quarkus.oidc.token.token-type, ID",
    "quarkus.oidc.client-id, demo",
    "quarkus.oidc.web.client-id, registan-demo",
    "quarkus.oidc.tls.verification, none",
    "quarkus.tls.trust-all, true",
    "quarkus.datasource.password, registan",
    "quarkus.datasource.password, changeme",
    "quarkus.datasource.password, tooShort1",
    "quarkus.oidc.web.credentials.jwt.key-file, /nowhere/web.pem",
    "quarkus.oidc.web.authentication.state-secret, short",
    "quarkus.oidc.web.authentication.state-secret, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "quarkus.oidc.web.authentication.redirect-path, /demo/callback",
    "quarkus.oidc.web.authentication.cookie-force-secure, false",
    "quarkus.http.proxy.proxy-address-forwarding, false",
    "quarkus.http.proxy.trusted-proxies, 0.0.0.0/0",
    "registan.data-encrypted, false",
  })
  void whatIsInsecureIsNamedWithoutItsValue(String name, String value) {
    settings.put(name, value);
    assertThat(faults())
        .anyMatch(it -> it.startsWith(name + " "))
        .noneMatch(it -> it.contains("tooShort1") || it.contains("/nowhere/"));
  }

  @Test
  void aKeyOfTheDemonstrationIsRefused() throws IOException {
    var demo = Files.createDirectories(directory.resolve(".registan/demo"));
    var key = Files.writeString(demo.resolve("web.pem"), "key");
    settings.put("quarkus.oidc.web.credentials.jwt.key-file", key.toString());
    assertThat(faults()).singleElement().asString().contains("demonstration");
  }

  @Test
  void theTwoSecretsOfTheConsoleDiffer() {
    settings.put(
        "quarkus.oidc.web.authentication.state-secret",
        settings.get("quarkus.oidc.web.token-state-manager.encryption-secret"));
    assertThat(faults()).hasSize(1);
  }

  @Test
  void dataThatBearsNoNationalMarkingMayLieUnencrypted() {
    settings.put("registan.marking-ceiling", "UNCLASSIFIED");
    settings.remove("registan.data-encrypted");
    assertThat(faults()).isEmpty();
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    settings.clear();
    assertThat(faults()).hasSizeGreaterThan(15).doesNotHaveDuplicates();
  }

  @Test
  void outsideProductionNobodyElseIsListenedTo() {
    assertThat(StartRules.faults(false, name -> Optional.of("127.0.0.1"))).isEmpty();
    assertThat(StartRules.faults(false, name -> Optional.of("0.0.0.0")))
        .singleElement()
        .asString()
        .startsWith("quarkus.http.host ");
  }

  private List<String> faults() {
    return StartRules.faults(true, name -> Optional.ofNullable(settings.get(name)));
  }
}
