package org.registan.stand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.registan.As;
import org.registan.controllist.Editions;
import org.registan.demo.SampleEditions;
import org.registan.demo.SampleList;
import org.registan.denial.Denials;
import org.registan.implementation.Documents;

/** The tour of README.md, run from top to bottom in one shell: it gives what it says. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ReadmeTest {

  private static final Pattern STEP =
      Pattern.compile("```bash\\n(.*?)```\\n(?:```text\\n(.*?)```\\n)?", Pattern.DOTALL);
  private static final String BORDER = "----8<----";

  @TempDir Path directory;

  /** What a reader pastes, and lines its output must contain in this order. */
  private record Step(String commands, List<String> gives) {}

  @Test
  void theTourGivesWhatItSays() throws IOException, InterruptedException {
    var stand = As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
    Documents.policy("PAK", Documents.whenPublished());
    Documents.submitted("PAK", Documents.report());
    for (var owner : new String[] {"PAK", "KAZ", "UZB"}) {
      Denials.adopted(owner, Editions.TYPE, SampleList.policy().toString());
    }
    var discarded = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    new SampleEditions(
            URI.create(stand.applicationUrl()),
            (participant, role) -> stand.tokens().of(participant, role).access(),
            discarded)
        .load();
    var files = new DemoFiles(stand, stand.state());
    files.writeToken();
    var steps = steps();

    var outputs = run(script(steps, stand.applicationUrl(), asking(files.token())));

    assertThat(steps).hasSizeGreaterThan(8);
    for (int at = 0; at < steps.size(); at++) {
      if (!steps.get(at).gives().isEmpty()) {
        assertThat(outputs.get(at))
            .as(steps.get(at).commands())
            .containsSubsequence(steps.get(at).gives());
      }
    }
  }

  private static List<Step> steps() throws IOException {
    var readme = Files.readString(Checkout.root().resolve("README.md"));
    var steps = new ArrayList<Step>();
    var found = STEP.matcher(readme);
    while (found.find()) {
      var gives = found.group(2) == null ? List.<String>of() : found.group(2).lines().toList();
      steps.add(new Step(found.group(1), gives));
    }
    return steps;
  }

  /**
   * The same command, which asks once for each person: it takes a second, and the tour is short.
   */
  private Path asking(Path token) throws IOException {
    var asking = directory.resolve("token");
    Files.writeString(
        asking,
        """
        #!/bin/sh
        had="%s/$*"
        [ -s "$had" ] || '%s' "$@" > "$had"
        cat "$had"
        """
            .formatted(directory, token));
    Files.setPosixFilePermissions(asking, PosixFilePermissions.fromString("rwx------"));
    return asking;
  }

  private static String script(List<Step> steps, String url, Path token) {
    var script = new StringBuilder();
    for (var step : steps) {
      var commands = step.commands();
      script.append(
          commands
              .replace("http://127.0.0.1:8080", url)
              .replace(".registan/token", token.toString()));
      script.append("echo '").append(BORDER).append("'\n");
    }
    return script.toString();
  }

  private static List<String> run(String script) throws IOException, InterruptedException {
    var file = Files.createTempFile("tour", ".sh");
    Files.writeString(file, script);
    var shell = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true).start();
    var output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    shell.waitFor();
    Files.delete(file);
    return List.of(output.split(BORDER, -1));
  }
}
