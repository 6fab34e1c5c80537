package org.registan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.registan.stand.Stand;

/**
 * The packaged application keeps its word under {@code kill -9}: {@code ./mvnw -Pchaos verify
 * -Dseed= -Dminutes=}.
 */
class ChaosIT {
  private static final long SEED = Long.getLong("seed", 1540);
  private static final int MINUTES = Integer.getInteger("minutes", 1);

  @Test
  void whatWasAcknowledgedIsReadAndTheFoldedFeedIsAFullRead() throws Exception {
    System.out.printf("chaos: -Dseed=%d -Dminutes=%d%n", SEED, MINUTES);
    var name = UUID.randomUUID().toString().substring(0, 8);
    var stand = Stand.start(Path.of("target/chaos/stand-" + name), 0);
    try {
      var findings =
          new Chaos(SEED, stand, Path.of("target/chaos/history.jsonl"))
              .run(Duration.ofMinutes(MINUTES));
      System.out.printf("chaos: seed %d, %s%n", SEED, findings);
      assertThat(findings.violations()).as("with -Dseed=%d", SEED).isEmpty();
      assertThat(findings.counted("kills of the application")).isGreaterThanOrEqualTo(2);
      assertThat(findings.counted("kills of the database")).isGreaterThanOrEqualTo(2);
      var acts = findings.counted("acts");
      assertThat(acts).isGreaterThanOrEqualTo(40);
      assertThat(findings.counted("act: adopt a policy (flip)")).isGreaterThanOrEqualTo(5);
      for (var rare :
          List.of(
              "act: challenge",
              "act: answer",
              "act: change a group",
              "administrations",
              "act: attach a file",
              "act: fill rows")) {
        assertThat(findings.counted(rare)).as(rare).isGreaterThanOrEqualTo(acts / 150);
      }
      var begun = Writer.STATES.size(); // each state begins with one of each
      for (var published :
          List.of(
              "act: notify an edition",
              "act: amend an edition",
              "act: put entries anew",
              "act: amend entries by operations",
              "act: throw an edition away",
              "act: withdraw an edition")) {
        assertThat(findings.counted(published)).as(published).isGreaterThanOrEqualTo(begun);
      }
      assertThat(findings.counted("persons erased")).isGreaterThanOrEqualTo(MINUTES);
      assertThat(findings.counted("act: import")).isGreaterThanOrEqualTo(4);
      for (var compared :
          List.of(
              "folds compared",
              "files compared",
              "rows compared",
              "entries compared",
              "entries asked for by a partner: DETAIL",
              "entries asked for by a partner: CORE",
              "entries asked for by a partner: NONE",
              "codes asked for: LISTED",
              "changes between editions read",
              "searches that found",
              "searches that found nothing")) {
        assertThat(findings.counted(compared)).as(compared).isGreaterThanOrEqualTo(2);
      }
      for (var level : List.of("DETAIL", "NONE")) { // of which type, is up to the policies drawn
        var both =
            List.of("denial", "control-list").stream()
                .mapToLong(it -> findings.counted("releases of " + it + " compared: " + level));
        assertThat(both.sum()).as(level).isGreaterThanOrEqualTo(2);
      }
      assertThat(findings.counted("changes received")).isGreaterThanOrEqualTo(40);
    } finally {
      stand.discard();
    }
  }
}
