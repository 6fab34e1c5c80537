package org.registan.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/} sets is what production asks for, once somebody has filled it in. */
class DeployedSettingsTest {

  private static final Path DEPLOY = Path.of("deploy");

  private final Map<String, String> settings = new HashMap<>();

  @TempDir Path directory;
  private Path secrets;

  @BeforeEach
  void theSecretsAreMade() throws IOException, InterruptedException {
    secrets = directory.resolve("secrets");
    var script = DEPLOY.resolve("make-secrets.sh").toString();
    var made =
        new ProcessBuilder(
                "sh", script, secrets.toString(), "https://id.registan.gov.pk/realms/hub")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    properties(Files.readString(DEPLOY.resolve(".env.example"))).forEach(settings::put);
  }

  @Test
  void whoFillsTheExampleInCanStartOnOneHost() throws IOException {
    fillIn();

    assertThat(faults(host())).isEmpty();
  }

  @Test
  void whoFillsTheExampleInCanStartInACluster() throws IOException {
    fillIn();

    assertThat(faults(cluster())).isEmpty();
  }

  @Test
  void whoStartsTheExampleAsItIsIsToldWhatToFillIn() throws IOException {
    for (var environment : List.of(host(), cluster())) {
      assertThat(faults(environment))
          .hasSize(2)
          .anyMatch(it -> it.startsWith("quarkus.oidc.auth-server-url must be"))
          .anyMatch(it -> it.startsWith("registan.data-encrypted is not set"));
    }
  }

  private void fillIn() {
    settings.put("HUB_NAME", "id.registan.gov.pk");
    settings.put("DATA_ENCRYPTED", "true");
  }

  private Map<String, String> host() throws IOException {
    var environment = yaml("compose.yaml").getFirst().at("/services/registan/environment");
    return environment.properties().stream()
        .collect(
            toMap(Map.Entry::getKey, it -> filled(it.getValue().asText(), "${%s}"::formatted)));
  }

  private Map<String, String> cluster() throws IOException {
    var container =
        yaml("kubernetes/registan.yaml").getFirst().at("/spec/template/spec/containers/0");
    var environment = new HashMap<String, String>();
    for (var variable : container.path("env")) {
      var setting = variable.at("/valueFrom/configMapKeyRef/key").asText();
      environment.put(
          variable.path("name").asText(),
          setting.isEmpty()
              ? filled(variable.path("value").asText(), "$(%s)"::formatted)
              : settings.getOrDefault(setting, ""));
    }
    return environment;
  }

  private String filled(String text, UnaryOperator<String> reference) {
    var filled = text;
    for (var setting : settings.entrySet()) {
      filled = filled.replace(reference.apply(setting.getKey()), setting.getValue());
    }
    return filled;
  }

  /** The faults of a start with this environment, the file it names and the program's own. */
  private List<String> faults(Map<String, String> environment) throws IOException {
    var file = environment.getOrDefault("QUARKUS_CONFIG_LOCATIONS", "");
    assertThat(file).startsWith("/run/secrets/");
    var named = Files.readString(secrets.resolve(file.substring("/run/secrets/".length())));
    var config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(
                new EnvConfigSource(environment, 300),
                new PropertiesConfigSource(
                    properties(named.replace("/run/secrets", secrets.toString())), file, 290),
                new PropertiesConfigSource(
                    Path.of("src/main/resources/application.properties").toUri().toURL(), 250))
            .build();
    return StartRules.faults(true, name -> config.getOptionalValue(name, String.class));
  }

  private static Map<String, String> properties(String text) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(text));
    return properties.stringPropertyNames().stream()
        .collect(toMap(name -> name, properties::getProperty));
  }

  private static List<JsonNode> yaml(String file) throws IOException {
    var yaml = new YAMLMapper();
    try (var documents =
        yaml.readerFor(JsonNode.class).<JsonNode>readValues(DEPLOY.resolve(file).toFile())) {
      return documents.readAll();
    }
  }
}
