package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;

/** Draws trials from random worlds. */
final class Trials {

  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  /** How many worlds; {@code -Dtrials=} sets it. */
  private static final int WORLDS = Integer.getInteger("trials", 200);

  private static final int FEWEST_OF_A_WORLD = 25;

  private static final List<String> JUDGED =
      List.of(
          "denialKind",
          "controlBasis",
          "destination",
          "reasonCodes",
          "label",
          "releasableTo",
          "regimeSourced");

  private Trials() {}

  /** Every released record of each world with every recipient. */
  static List<Trial> draw(long seed) {
    List<Trial> trials = new ArrayList<>();
    var scripts =
        Scripts.of(Cast.USUAL, Arbitraries.of(NOW, NOW.plusSeconds(1), NOW.plusSeconds(60)), 3, 20);
    Seeded.each(
        seed,
        WORLDS,
        Trial.sources(Cast.USUAL, scripts),
        source -> trials.addAll(ofWorld(source.script().play(), source)));
    assertThat(trials).hasSizeGreaterThanOrEqualTo(FEWEST_OF_A_WORLD * WORLDS);
    return trials;
  }

  private static List<Trial> ofWorld(World world, Trial.Source source) {
    List<Trial> trials = new ArrayList<>();
    for (Notice notice : world.notices()) {
      Trial.Changes changes = Objects.requireNonNull(source.changes().get(notice.owner()));
      world.members().stream()
          .filter(member -> notice.released() && !member.code().equals(notice.owner()))
          .map(member -> world.situation(notice.name(), member.code(), NOW))
          .map(each -> new Trial(each, changes.permit(), changes.curb(), changes.draft()))
          .forEach(trials::add);
    }
    return trials;
  }

  /** The other draft, with all that policies may ask for taken from the trial's own. */
  static ObjectNode sameAttributes(Trial trial) {
    JsonNode own = trial.situation().draft();
    ObjectNode draft = trial.otherDraft().deepCopy();
    draft.remove(JUDGED);
    JUDGED.stream().filter(own::has).forEach(each -> draft.set(each, own.get(each)));
    draft.remove("parties");
    for (JsonNode party : own.path("parties")) {
      draft.withArray("parties").addObject().set("country", party.get("country"));
    }
    return draft;
  }
}
