package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.oracle.Trials.NOW;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

/**
 * Random worlds do everything that can be done, and an act on one record is nobody else's matter.
 */
class WorldTest {

  private static final Interpreter ORACLE = new Oracle();

  /** How many worlds at least; {@code -Dtrials=} asks for more. */
  private static final int WORLDS = Math.max(60, Integer.getInteger("trials", 60));

  private static Arbitrary<Script> scripts() {
    return Scripts.of(Cast.USUAL, Arbitraries.of(NOW.plusSeconds(60)), 2, 40);
  }

  @Test
  void everyActHappens() {
    Map<String, Integer> acts = new TreeMap<>();
    Seeded.each(
        31,
        4 * WORLDS,
        scripts(),
        script ->
            script.play((_, act) -> acts.merge(act.getClass().getSimpleName(), 1, Integer::sum)));
    System.out.println("acts of " + 4 * WORLDS + " random worlds: " + acts);
    assertThat(acts).hasSize(23);
    assertThat(acts.values()).allMatch(count -> count >= 10);
  }

  @Test
  void anActOnOneRecordChangesNoOther() {
    Seeded.each(
        32,
        WORLDS,
        scripts(),
        script -> {
          Map<List<String>, Level> before = new HashMap<>();
          script.play((world, act) -> {
            Map<List<String>, Level> after = levels(world);
            if (act instanceof Act.OnNotice on) {
              assertThat(but(after, on.record())).isEqualTo(but(before, on.record()));
            }
            before.clear();
            before.putAll(after);
          });
        });
  }

  private static Map<List<String>, Level> levels(World world) {
    Map<List<String>, Level> levels = new HashMap<>();
    for (Notice notice : world.notices()) {
      for (Member member : world.members()) {
        levels.put(
            List.of(notice.name(), member.code()),
            world.level(ORACLE, notice.name(), member.code(), NOW));
      }
    }
    return levels;
  }

  private static Map<List<String>, Level> but(Map<List<String>, Level> levels, String record) {
    Map<List<String>, Level> others = new HashMap<>(levels);
    others.keySet().removeIf(each -> each.contains(record));
    return others;
  }

  @Test
  void aDraftIsItsOwnersAlone() {
    World world = new World(Set.of(new Member("PAK", true, Set.of()), kaz()));
    ObjectNode policy = Json.empty();
    policy.putArray("rules").add(RuleText.rule("permit DETAIL to everyone"));
    world.apply(new Act.Adopt("PAK", policy));
    world.apply(new Act.Draft("d0", "PAK", RecordText.plain()));
    assertThat(world.level(ORACLE, "d0", "KAZ", NOW)).isEqualTo(Level.NONE);
    assertThat(world.level(ORACLE, "d0", "PAK", NOW)).isEqualTo(Level.OWNER);
    world.apply(new Act.Notify("d0"));
    assertThat(world.level(ORACLE, "d0", "KAZ", NOW)).isEqualTo(Level.DETAIL);
  }

  private static Member kaz() {
    return new Member("KAZ", true, Set.of());
  }

  @Test
  void aVersionCountsWhatItsLevelShows() {
    World world = new World(Set.of(kaz()));
    world.apply(new Act.Draft("d0", "PAK", RecordText.plain()));
    assertThat(world.version("d0", Level.CORE)).isZero();
    world.apply(new Act.Notify("d0"));
    ObjectNode detailed = RecordText.plain();
    detailed.putArray("legalBasis").add("Act V of 2004");
    world.apply(new Act.Amend("d0", detailed));
    world.apply(new Act.Amend("d0", detailed.deepCopy().put("notes", "Seen before")));
    world.apply(new Act.Hold("d0"));
    world.apply(new Act.Lift("d0"));
    assertThat(world.version("d0", Level.CORE)).isEqualTo(1);
    assertThat(world.version("d0", Level.DETAIL)).isEqualTo(2);
    world.apply(new Act.Revoke("d0", "APPEAL_UPHELD", ""));
    assertThat(world.version("d0", Level.CORE)).isEqualTo(2);
    assertThat(world.version("d0", Level.DETAIL)).isEqualTo(3);
  }
}
