package org.registan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Level;

/** docs/labels.md has a line for each reason and level, and says of labels what the judge does. */
class LabelsPageTest {

  @Test
  void everyReasonAndEveryLevelHasALine() throws IOException {
    var reasons = Stream.of(Decision.What.values()).map(Enum::name);
    var levels = Stream.of(Level.values()).map(Enum::name);

    assertThat(lines())
        .containsAll(Stream.concat(reasons, levels).map("| `%s` | "::formatted).toList());
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("docs/labels.md")).stream()
        .filter(it -> it.startsWith("| `"))
        .map(it -> it.substring(0, it.indexOf("` | ") + 4))
        .toList();
  }

  @Test
  void amberGoesToNoOrganisationEvenByAOneOffRelease() {
    var organisation = new Recipient("UN1540", false, false, Set.of(), Set.of(), Level.NONE);
    for (var tlp : List.of("AMBER", "AMBER+STRICT")) {
      assertThat(level(tlp, null, organisation)).isEqualTo(Level.NONE);
      assertThat(level(tlp, Set.of("UN1540"), organisation)).isEqualTo(Level.NONE);
    }
    assertThat(level("RED", Set.of("UN1540"), organisation)).isEqualTo(Level.DETAIL);
    assertThat(level("GREEN", null, organisation)).isEqualTo(Level.DETAIL);
  }

  private static Level level(
      String tlp, @org.jspecify.annotations.Nullable Set<String> releasableTo, Recipient to) {
    var rule =
        new Rule(
            Effect.PERMIT, Level.DETAIL, new Audience(List.of(to.code()), null, null), null, null);
    var oneOff = new OneOff(Level.DETAIL, java.time.Instant.MAX);
    var on =
        new Judge.Case(
            new Policy(null, List.of(rule)),
            false,
            new Subject(Map.of(), tlp, releasableTo, false),
            false,
            to,
            to,
            List.of(oneOff),
            java.time.Instant.EPOCH);
    return Judge.judge(on).level();
  }
}
