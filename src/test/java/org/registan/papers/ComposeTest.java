package org.registan.papers;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The deployment is complete: no image floats, no variable or secret is missing or preset. */
class ComposeTest {

  private static final Path DEPLOY = Path.of("deploy");
  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)}");
  private static final Pattern SETTING = Pattern.compile("(?m)^([A-Z_]+)=");
  private static final String PINNED = "[a-z/-]+:[0-9]+\\.[0-9]+\\.[0-9]+[a-z0-9_.-]*";

  @Test
  void everyVariableStandsInTheExample() throws IOException {
    assertThat(found(VARIABLE, "compose.yaml").toList())
        .isNotEmpty()
        .allMatch(found(SETTING, ".env.example").toList()::contains);
  }

  @Test
  void everyImageIsPinned() throws IOException {
    assertThat(compose().path("services")).hasSize(4);
    assertThat(compose().path("services"))
        .allSatisfy(it -> assertThat(it.path("image").asText()).matches(PINNED));
    assertThat(Stream.concat(bases("Containerfile"), bases("Containerfile.keycloak")))
        .hasSize(3)
        .allSatisfy(it -> assertThat(it).matches(PINNED));
  }

  @Test
  void everySecretIsAFileThatTheScriptMakes() throws IOException {
    var compose = compose();
    var script = Files.readString(DEPLOY.resolve("make-secrets.sh"));
    assertThat(compose.path("services"))
        .allSatisfy(service ->
            assertThat(service.path("secrets"))
                .isNotEmpty()
                .allMatch(it -> compose.path("secrets").has(it.asText())));
    assertThat(compose.path("secrets").properties())
        .isNotEmpty()
        .allSatisfy(it -> {
          assertThat(it.getValue().path("file").asText()).isEqualTo("${SECRETS}/" + it.getKey());
          assertThat(script).contains(it.getKey());
        });
  }

  @Test
  void everyServiceSaysWhetherItIsWell() throws IOException {
    assertThat(compose().path("services")).allMatch(it -> it.at("/healthcheck/test").isArray());
  }

  @Test
  void theLogOfTheProxyDoesNotSayWhatWasAskedFor() throws IOException {
    var proxy = Files.readString(DEPLOY.resolve("haproxy.cfg"));
    assertThat(proxy.lines().map(String::strip).filter(it -> it.startsWith("log-format")))
        .singleElement()
        .asString()
        .doesNotContainPattern("%(r|HU|HP|HPO|HQ|hr|hs|cc|cs)\\b|path|url|query|hdr|body|capture");
    assertThat(proxy).doesNotContainPattern("option (httplog|tcplog)|capture");
  }

  @Test
  void theProxyForwardsNothingOfTheInside() throws IOException {
    var forwarded =
        found(Pattern.compile("(?m)use_backend (.*)$"), "haproxy.cfg").collect(joining("\n"));
    assertThat(forwarded)
        .contains("/v1/", "/console/", "/openapi", "/realms/hub/")
        .doesNotContain("/q/", "/admin", "/realms/ ", "/realms/master", "/metrics");
  }

  private static JsonNode compose() throws IOException {
    return new YAMLMapper().readTree(DEPLOY.resolve("compose.yaml").toFile());
  }

  private static Stream<String> bases(String file) throws IOException {
    return found(Pattern.compile("(?m)^FROM (\\S+)"), file);
  }

  private static Stream<String> found(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(DEPLOY.resolve(file)))
        .results()
        .map((MatchResult it) -> it.group(1));
  }
}
