package org.registan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.access.A.KAZ;
import static org.registan.access.A.UN1540;
import static org.registan.access.A.everyone;
import static org.registan.access.A.in;
import static org.registan.access.A.named;
import static org.registan.access.A.permit;
import static org.registan.access.A.reciprocity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Json;
import org.registan.kernel.Level;

/** To whom a rule speaks, when it matches, and how it is written. */
class RuleTest {

  private static final Subject TO_AFGHANISTAN =
      A.record(Map.of("destination", Set.of("AFG"), "reason", Set.of("R21")));
  private static final Map<String, List<String>> GROUPS = Map.of("neighbours", List.of("KAZ"));

  private static boolean speaks(Audience to, Recipient recipient) {
    return permit(Level.CORE, to).matches(TO_AFGHANISTAN, recipient, GROUPS);
  }

  @Test
  void itSpeaksToWhomItNames() {
    assertThat(speaks(named("KAZ", "UZB"), KAZ)).isTrue();
    assertThat(speaks(named("UZB"), KAZ)).isFalse();
    assertThat(speaks(named("UN1540"), UN1540)).isTrue();
  }

  @Test
  void itSpeaksToTheMembersOfItsGroups() {
    assertThat(speaks(new Audience(null, List.of("partners", "neighbours"), null), KAZ)).isTrue();
    assertThat(speaks(new Audience(null, List.of("neighbours"), null), A.state("UZB"))).isFalse();
    assertThat(speaks(new Audience(null, List.of("partners"), null), KAZ)).isFalse();
  }

  @Test
  void everyoneIsEveryStateThatCounts() {
    assertThat(speaks(everyone(), KAZ)).isTrue();
    assertThat(speaks(everyone(), UN1540)).isFalse();
    assertThat(speaks(new Audience(null, null, false), KAZ)).isFalse();
  }

  @Test
  void allOfItsConditionsMustHold() {
    var toAfghanistan = in("destination", "AFG");
    assertThat(matches(toAfghanistan, in("reason", "R21"))).isTrue();
    assertThat(matches(toAfghanistan, in("reason", "R22"))).isFalse();
    assertThat(matches(in("destination", "IRQ"), in("reason", "R21"))).isFalse();
  }

  private static boolean matches(Condition... when) {
    return permit(Level.CORE, everyone(), when).matches(TO_AFGHANISTAN, KAZ, GROUPS);
  }

  @Test
  void reciprocityAloneLeavesItUnconditional() {
    assertThat(permit(Level.CORE, everyone()).isUnconditional()).isTrue();
    assertThat(new Rule(Effect.FORBID, null, everyone(), null, null).isUnconditional()).isTrue();
    assertThat(permit(Level.CORE, everyone(), reciprocity(Level.CORE)).isUnconditional()).isTrue();
    assertThat(permit(Level.CORE, everyone(), in("reason", "R21")).isUnconditional()).isFalse();
    assertThat(
            permit(Level.CORE, everyone(), reciprocity(Level.CORE), in("reason", "R21"))
                .isUnconditional())
        .isFalse();
  }

  @Test
  void twoReciprocitiesAreTheHigherOfThem() {
    assertThat(
            permit(Level.CORE, everyone(), reciprocity(Level.CORE), reciprocity(Level.DETAIL))
                .isUnconditional())
        .isTrue();
  }

  @Test
  void itIsWrittenAsTheContractSays() {
    var written = Json.tree(new Policy(null, List.of(permit(Level.CORE, everyone()))));
    assertThat(written)
        .isEqualTo(
            Json.parse(
                """
                {"rules": [{"effect": "PERMIT", "level": "CORE", "to": {"everyone": true},
                  "when": []}]}
                """));
  }
}
