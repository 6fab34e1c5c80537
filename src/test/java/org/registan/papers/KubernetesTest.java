package org.registan.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cluster runs what one host runs, as nobody, and its manifests hold no secret. */
class KubernetesTest {

  private static final Path DEPLOY = Path.of("deploy");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<JsonNode> RESOURCES = new ArrayList<>();

  private static JsonNode compose = YAML.missingNode();
  private static JsonNode kustomization = YAML.missingNode();

  @BeforeAll
  static void read() throws IOException {
    compose = YAML.readTree(DEPLOY.resolve("compose.yaml").toFile());
    kustomization = YAML.readTree(DEPLOY.resolve("kustomization.yaml").toFile());
    for (var file : kustomization.path("resources")) {
      try (var documents =
          YAML.readerFor(JsonNode.class)
              .<JsonNode>readValues(DEPLOY.resolve(file.asText()).toFile())) {
        RESOURCES.addAll(documents.readAll());
      }
    }
  }

  @Test
  void everyManifestIsApplied() throws IOException {
    try (var files = Files.list(DEPLOY.resolve("kubernetes"))) {
      assertThat(kustomization.path("resources"))
          .extracting(JsonNode::asText)
          .containsExactlyInAnyOrderElementsOf(
              files.map(it -> "kubernetes/" + it.getFileName()).toList());
    }
    assertThat(
            kustomization.path("configMapGenerator").findValues("files").stream()
                .flatMap(JsonNode::valueStream))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(DEPLOY.resolve(it.asText().replaceAll(".*=", ""))).exists());
  }

  @Test
  void theSameImagesRunAsOnOneHost() {
    assertThat(containers()).hasSameSizeAs(compose.path("services"));
    assertThat(containers())
        .allSatisfy(it ->
            assertThat(it.path("image"))
                .isEqualTo(compose.at("/services/" + it.path("name").asText() + "/image")));
  }

  @Test
  void nothingRunsAsRootOrCanBecomeIt() {
    assertThat(pods())
        .allSatisfy(it -> {
          assertThat(it.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
          assertThat(it.at("/securityContext/runAsUser").asInt()).isPositive();
          assertThat(it.at("/securityContext/seccompProfile/type").asText())
              .isEqualTo("RuntimeDefault");
          assertThat(it.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        });
    assertThat(containers())
        .allSatisfy(it -> {
          var context = it.path("securityContext");
          assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
          assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        });
    assertThat(containers())
        .filteredOn(it -> Set.of("registan", "proxy").contains(it.path("name").asText()))
        .hasSize(2)
        .allMatch(it -> it.at("/securityContext/readOnlyRootFilesystem").asBoolean());
  }

  @Test
  void everyContainerSaysWhetherItIsWellAndHowMuchItNeeds() {
    assertThat(containers())
        .allSatisfy(it -> {
          assertThat(it.path("readinessProbe").isObject()).isTrue();
          assertThat(it.path("livenessProbe").isObject()).isTrue();
          assertThat(it.at("/resources/limits/memory").isTextual()).isTrue();
        });
  }

  @Test
  void noSecretStandsInAManifest() {
    assertThat(RESOURCES).extracting(it -> it.path("kind").asText()).doesNotContain("Secret");
    assertThat(variables())
        .filteredOn(it -> it.path("name").asText().matches(".*(PASSWORD|SECRET|TOKEN|KEY).*"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.path("value").asText()).startsWith("/run/secrets/"));
  }

  @Test
  void everyPodIsGivenTheSecretsOfItsServiceAndNoOthers() {
    for (var pod : pods()) {
      var given = new TreeSet<String>();
      pod.path("volumes")
          .forEach(
              it -> it.at("/secret/items").forEach(key -> given.add(key.path("key").asText())));
      var service = compose.at("/services/" + pod.at("/containers/0/name").asText());

      assertThat(service.path("secrets"))
          .extracting(JsonNode::asText)
          .containsExactlyInAnyOrderElementsOf(given);
    }
  }

  @Test
  void theDatabaseIsSetAsOnOneHost() {
    var command = new ArrayList<String>();
    compose
        .at("/services/mariadb/command")
        .forEach(it -> command.add(it.asText().replaceAll("\\$\\{([A-Z_]+)}", "\\$($1)")));

    assertThat(container("mariadb").path("args"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(command);
  }

  @Test
  void everySettingStandsInTheExample() throws IOException {
    var example = Files.readString(DEPLOY.resolve(".env.example"));
    assertThat(variables())
        .isNotEmpty()
        .allSatisfy(it -> {
          var setting = it.at("/valueFrom/configMapKeyRef/key");
          if (setting.isTextual()) {
            assertThat(example).contains("\n" + setting.asText() + "=");
          } else {
            assertThat(it.path("value").asText()).isNotEmpty();
          }
        });
  }

  @Test
  void nobodyIsReachedButByWhomItIsFor() {
    assertThat(RESOURCES)
        .filteredOn(it -> it.path("kind").asText().equals("NetworkPolicy"))
        .extracting(it -> it.at("/metadata/name").asText())
        .containsExactlyInAnyOrder("default-deny", "proxy", "registan", "keycloak", "mariadb");
    assertThat(RESOURCES)
        .filteredOn(it -> it.path("kind").asText().equals("Service"))
        .filteredOn(it -> it.at("/spec/type").isTextual())
        .extracting(it -> it.at("/metadata/name").asText())
        .containsExactly("proxy");
  }

  private static JsonNode container(String name) {
    return containers().stream()
        .filter(it -> it.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> containers() {
    var containers = new ArrayList<JsonNode>();
    pods().forEach(it -> it.path("containers").forEach(containers::add));
    return containers;
  }

  private static List<JsonNode> variables() {
    return containers().stream().flatMap(it -> it.path("env").valueStream()).toList();
  }

  private static List<JsonNode> pods() {
    return RESOURCES.stream()
        .map(it -> it.at("/spec/template/spec"))
        .filter(JsonNode::isObject)
        .toList();
  }
}
