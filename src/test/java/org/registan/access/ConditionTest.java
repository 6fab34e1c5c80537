package org.registan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registan.access.A.KAZ;
import static org.registan.access.A.in;
import static org.registan.access.A.isRecipient;
import static org.registan.access.A.notIn;
import static org.registan.access.A.reciprocity;
import static org.registan.access.Effect.FORBID;
import static org.registan.access.Effect.LIMIT;
import static org.registan.access.Effect.PERMIT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Level;

/** Each form of condition, on one value, on several, and on none. */
class ConditionTest {

  private static final Map<String, List<String>> GROUPS = Map.of("neighbours", List.of("KAZ"));

  private static boolean holds(Condition condition, Effect effect, String... destinations) {
    var subject = A.record(Map.of("destination", Set.of(destinations)));
    return condition.holds(effect, subject, KAZ, GROUPS);
  }

  private static boolean holdsFor(Recipient to, String fact, boolean positive, String... values) {
    var listed = List.of(values);
    return new Condition(null, fact, positive ? listed : null, positive ? null : listed, null, null)
        .holds(PERMIT, A.record(Map.of()), to, GROUPS);
  }

  @Test
  void oneValueIsInOrNotInTheList() {
    assertThat(holds(in("destination", "AFG"), PERMIT, "AFG")).isTrue();
    assertThat(holds(in("destination", "AFG"), PERMIT, "IRQ")).isFalse();
    assertThat(holds(notIn("destination", "AFG"), PERMIT, "AFG")).isFalse();
    assertThat(holds(notIn("destination", "AFG"), PERMIT, "IRQ")).isTrue();
  }

  @Test
  void inAPermitAllValuesMustSatisfyIt() {
    assertThat(holds(in("destination", "AFG", "IRQ"), PERMIT, "AFG", "IRQ")).isTrue();
    assertThat(holds(in("destination", "AFG"), PERMIT, "AFG", "IRQ")).isFalse();
    assertThat(holds(notIn("destination", "AFG"), PERMIT, "AFG", "IRQ")).isFalse();
  }

  @Test
  void inLimitAndForbidAnyValueSuffices() {
    assertThat(holds(in("destination", "AFG"), LIMIT, "AFG", "IRQ")).isTrue();
    assertThat(holds(in("destination", "AFG"), FORBID, "AFG", "IRQ")).isTrue();
    assertThat(holds(in("destination", "SYR"), FORBID, "AFG", "IRQ")).isFalse();
    assertThat(holds(notIn("destination", "AFG", "IRQ"), FORBID, "AFG", "IRQ")).isFalse();
  }

  @Test
  void anAbsentValueFailsEveryPermit() {
    assertThat(holds(in("destination", "AFG"), PERMIT)).isFalse();
    assertThat(holds(notIn("destination", "AFG"), PERMIT)).isFalse();
    assertThat(holds(isRecipient(false), PERMIT)).isFalse();
  }

  @Test
  void anAbsentValueSatisfiesTheNegativeInLimitAndForbid() {
    assertThat(holds(notIn("destination", "AFG"), FORBID)).isTrue();
    assertThat(holds(isRecipient(false), LIMIT)).isTrue();
    assertThat(holds(in("destination", "AFG"), FORBID)).isFalse();
    assertThat(holds(isRecipient(true), LIMIT)).isFalse();
  }

  @Test
  void theDestinationIsOrIsNotTheRecipient() {
    assertThat(holds(isRecipient(true), PERMIT, "KAZ")).isTrue();
    assertThat(holds(isRecipient(true), PERMIT, "AFG")).isFalse();
    assertThat(holds(isRecipient(false), PERMIT, "AFG")).isTrue();
    assertThat(holds(isRecipient(false), PERMIT, "KAZ")).isFalse();
  }

  @Test
  void theRecipientIsInOneOfTheRegimesOrInNone() {
    assertThat(holdsFor(A.state("KAZ", "NSG"), "regime", true, "AG", "NSG")).isTrue();
    assertThat(holdsFor(KAZ, "regime", true, "AG", "NSG")).isFalse();
    assertThat(holdsFor(A.state("KAZ", "NSG"), "regime", false, "AG", "NSG")).isFalse();
    assertThat(holdsFor(KAZ, "regime", false, "AG", "NSG")).isTrue();
  }

  @Test
  void anAdherentIsInTheRegimeForWhoAsksForAdherenceOnly() {
    var kaz = A.adherent("KAZ", "AG");
    assertThat(holdsFor(kaz, "regime", true, "AG")).isFalse();
    assertThat(holdsFor(kaz, "regime", false, "AG")).isTrue();
    assertThat(holdsFor(kaz, "adherence", true, "AG", "NSG")).isTrue();
    assertThat(holdsFor(kaz, "adherence", false, "AG")).isFalse();
    assertThat(holdsFor(A.state("KAZ", "NSG"), "adherence", true, "NSG")).isTrue();
  }

  @Test
  void theRecipientIsInOneOfTheGroupsOrInNone() {
    assertThat(holdsFor(KAZ, "group", true, "neighbours", "partners")).isTrue();
    assertThat(holdsFor(A.state("UZB"), "group", true, "neighbours", "partners")).isFalse();
    assertThat(holdsFor(KAZ, "group", false, "neighbours")).isFalse();
    assertThat(holdsFor(A.state("UZB"), "group", false, "neighbours")).isTrue();
  }

  @Test
  void reciprocityIsMetFromItsLevelOn() {
    var subject = A.record(Map.of());
    for (var offered : List.of(Level.NONE, Level.CONTACT, Level.CORE, Level.DETAIL)) {
      assertThat(reciprocity(Level.CORE).holds(PERMIT, subject, A.offering(offered), Map.of()))
          .isEqualTo(offered == Level.CORE || offered == Level.DETAIL);
    }
  }

  @Test
  void anUnknownFactIsAnErrorAndNotALeak() {
    assertThatThrownBy(() -> holdsFor(KAZ, "mood", false, "good"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mood");
  }
}
