package org.registan.stand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.registan.As;
import org.registan.denial.Denials;

/** What docs/machines.md tells a system to do gives it a token that Registan takes. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class MachinesPageTest {

  private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
  private static final String CLIENT = "page-licensing";

  private final Stand stand = As.stand();

  @TempDir private Path directory;

  @Test
  void aSystemThatDoesWhatThePageSaysIsLetInOnceItIsRegisteredAtBothPlaces()
      throws IOException, InterruptedException {
    var key = run(key());
    var thumbprint = key.lines().reduce((first, last) -> last).orElseThrow();

    assertThat(run(call())).contains("\"error\":\"invalid_client\"", "no-valid-token");

    assertThat(new DeployScript(stand).client(CLIENT, "KAZ", keys(), thumbprint).status()).isZero();
    assertThat(run(call())).contains("\"access_token\":\"...\"", "no-valid-token");

    register(thumbprint);
    assertThat(run(call()))
        .contains("\"access_token\":\"...\"", "\"participant\":\"KAZ\"", "\"person\":false");
  }

  private static void register(String thumbprint) {
    var wish =
        """
        {"clientId": "%s", "agency": "CID", "keyThumbprint": "%s", "role": "machine-read",
         "reason": "As the page says"}
        """
            .formatted(CLIENT, thumbprint);
    Denials.approved(
        "KAZ", As.the("KAZ", "state-admin").body(wish).post("/v1/participants/KAZ/clients"));
  }

  private Path keys() {
    return directory.resolve("keys.jwks");
  }

  private static String key() throws IOException {
    return blocks().getFirst();
  }

  /** Asks for a token and uses it, under the key that is there. */
  private String call() throws IOException {
    var blocks = blocks();
    var kid = Json.read(keys()).at("/keys/0/kid").asText();
    return blocks.getFirst().lines().findFirst().orElseThrow()
        + "\nthumbprint="
        + kid
        + "\n"
        + String.join("", blocks.subList(1, blocks.size()))
            .replace("https://id.registan.example/realms/hub", stand.identityProvider().hub())
            .replace("https://registan.example", stand.applicationUrl())
            .replace("xyz-licensing", CLIENT);
  }

  private static List<String> blocks() throws IOException {
    var page = Files.readString(Checkout.root().resolve("docs/machines.md"));
    return BLOCK.matcher(page).results().map(it -> it.group(1)).toList();
  }

  private String run(String script) throws IOException, InterruptedException {
    var shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    shell.waitFor();
    return output;
  }
}
