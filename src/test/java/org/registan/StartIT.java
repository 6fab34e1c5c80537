package org.registan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application does not start in production with settings of the demonstration. */
class StartIT {

  private static final String SETTINGS =
      """
      config_ordinal=290
      quarkus.datasource.jdbc.url=jdbc:mariadb://127.0.0.1:9/registan
      quarkus.datasource.username=registan
      quarkus.datasource.password=registan
      quarkus.oidc.auth-server-url=http://127.0.0.1:9/realms/hub
      quarkus.oidc.web.client-id=demo
      quarkus.oidc.web.credentials.jwt.key-file=.registan/demo/secrets/registan-web.pem
      registan.marking-ceiling=RESTRICTED
      """;

  @TempDir Path directory;

  @Test
  void inProductionEverySettingThatIsInsecureIsNamedAndNothingStarts()
      throws IOException, InterruptedException {
    var log = started("prod");

    assertThat(log)
        .contains(
            "quarkus.datasource.password is a default",
            "quarkus.oidc.auth-server-url must be an https address",
            "quarkus.oidc.web.client-id must be registan-web",
            "quarkus.oidc.web.credentials.jwt.key-file must be a file",
            "quarkus.oidc.web.authentication.state-secret is not set",
            "quarkus.http.proxy.proxy-address-forwarding is not set",
            "registan.data-encrypted is not set")
        .doesNotContain("127.0.0.1:9", "Exception");
  }

  @Test
  void outsideProductionOnlyThisMachineIsServed() throws IOException, InterruptedException {
    assertThat(started("demo", "-Dquarkus.http.host=0.0.0.0"))
        .contains("quarkus.http.host must be loopback")
        .doesNotContain("quarkus.datasource.password", "Exception");
  }

  private String started(String profile, String... more) throws IOException, InterruptedException {
    var settings = Files.writeString(directory.resolve("settings.properties"), SETTINGS);
    var log = directory.resolve("log");
    var command = new java.util.ArrayList<>(List.of(more));
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Dquarkus.profile=" + profile,
            "-Dquarkus.config.locations=" + settings,
            "-jar",
            "target/quarkus-app/quarkus-run.jar"));
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended by itself").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(78);
    return Files.readString(log, UTF_8);
  }
}
