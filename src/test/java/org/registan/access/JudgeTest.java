package org.registan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.access.A.KAZ;
import static org.registan.access.A.NOW;
import static org.registan.access.A.UN1540;
import static org.registan.access.A.everyone;
import static org.registan.access.A.forbid;
import static org.registan.access.A.in;
import static org.registan.access.A.labelled;
import static org.registan.access.A.limit;
import static org.registan.access.A.named;
import static org.registan.access.A.permit;
import static org.registan.access.A.policy;
import static org.registan.access.A.reciprocity;
import static org.registan.kernel.Level.CONTACT;
import static org.registan.kernel.Level.CORE;
import static org.registan.kernel.Level.DETAIL;
import static org.registan.kernel.Level.NONE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.registan.access.Decision.Reason;
import org.registan.access.Decision.What;
import org.registan.access.Judge.Case;
import org.registan.kernel.Json;
import org.registan.kernel.Level;

/** What the judge decides and, for the owner, why. */
class JudgeTest {

  private static final Subject PLAIN = A.record(Map.of());
  private static final Policy OPEN = policy(permit(DETAIL, everyone()));

  private static Decision judge(Policy policy, Subject subject, Recipient to, OneOff... oneOffs) {
    return Judge.judge(new Case(policy, false, subject, false, to, to, List.of(oneOffs), NOW));
  }

  private static Level level(Policy policy) {
    return judge(policy, PLAIN, KAZ).level();
  }

  private static OneOff oneOff(Level level, long seconds) {
    return new OneOff(level, NOW.plusSeconds(seconds));
  }

  @Test
  void theHighestPermitIsCutByTheLowestLimit() {
    assertThat(level(policy())).isEqualTo(NONE);
    assertThat(level(policy(permit(CORE, everyone()), permit(CONTACT, everyone()))))
        .isEqualTo(CORE);
    assertThat(level(policy(limit(CORE, everyone()), permit(DETAIL, everyone())))).isEqualTo(CORE);
    assertThat(
            level(
                policy(
                    permit(DETAIL, everyone()),
                    limit(CONTACT, everyone()),
                    limit(CORE, everyone()))))
        .isEqualTo(CONTACT);
    assertThat(level(policy(permit(CORE, everyone()), forbid(named("KAZ"))))).isEqualTo(NONE);
  }

  @Test
  void itSaysWhichRulesDecided() {
    var policy =
        policy(permit(DETAIL, named("UZB")), permit(DETAIL, everyone()), limit(CORE, named("KAZ")));
    assertThat(judge(policy, PLAIN, KAZ))
        .isEqualTo(
            new Decision(
                CORE,
                List.of(
                    new Reason(What.RULE, 2, Effect.PERMIT, DETAIL),
                    new Reason(What.RULE, 3, Effect.LIMIT, CORE))));
  }

  @Test
  void itSaysThatNothingPermits() {
    assertThat(judge(policy(forbid(everyone())), PLAIN, KAZ).reasons())
        .containsExactly(
            new Reason(What.RULE, 1, Effect.FORBID, null), Reason.of(What.NO_PERMIT, NONE));
  }

  @Test
  void holdStopAndRegimeBindBeforeAnyRule() {
    assertThat(judge(true, false, PLAIN)).isEqualTo(alone(What.STOPPED));
    assertThat(judge(false, true, PLAIN)).isEqualTo(alone(What.HELD));
    assertThat(judge(false, false, new Subject(Map.of(), "CLEAR", null, true)))
        .isEqualTo(alone(What.REGIME_SOURCED));
    assertThat(judge(false, false, PLAIN).level()).isEqualTo(DETAIL);
  }

  private static Decision judge(boolean stopped, boolean held, Subject subject) {
    return Judge.judge(
        new Case(OPEN, stopped, subject, held, KAZ, KAZ, List.of(oneOff(DETAIL, 60)), NOW));
  }

  private static Decision alone(What what) {
    return new Decision(NONE, List.of(Reason.of(what, NONE)));
  }

  @Test
  void aOneOffCountsUntilItsEndAndKnowsNoLimit() {
    var limited = policy(limit(CONTACT, everyone()));
    assertThat(judge(limited, PLAIN, KAZ, oneOff(CORE, 1)).level()).isEqualTo(CORE);
    assertThat(judge(limited, PLAIN, KAZ, oneOff(CORE, 0)).level()).isEqualTo(NONE);
    assertThat(judge(OPEN, PLAIN, KAZ, oneOff(CORE, 1)).level()).isEqualTo(DETAIL);
    assertThat(judge(policy(forbid(everyone())), PLAIN, KAZ, oneOff(CORE, 1)).level())
        .isEqualTo(NONE);
    assertThat(judge(limited, PLAIN, KAZ, oneOff(CORE, 1)).reasons())
        .contains(Reason.of(What.ONE_OFF, CORE));
  }

  @Test
  void theLabelSaysWhoMayHaveItAtAll() {
    var open = policy(permit(CORE, named("KAZ", "UN1540")));
    for (var tlp : List.of("GREEN", "CLEAR")) {
      assertThat(judge(open, labelled(tlp, null), UN1540).level()).isEqualTo(CORE);
    }
    for (var tlp : List.of("AMBER", "AMBER+STRICT")) {
      assertThat(judge(open, labelled(tlp, null), KAZ).level()).isEqualTo(CORE);
      assertThat(judge(open, labelled(tlp, null), UN1540).reasons())
          .contains(Reason.of(What.LABEL, NONE));
    }
    assertThat(judge(open, labelled("RED", Set.of("KAZ")), KAZ).level()).isEqualTo(CORE);
    assertThat(judge(open, labelled("RED", Set.of("UZB")), KAZ).level()).isEqualTo(NONE);
    assertThat(judge(open, labelled("RED", null), KAZ).level()).isEqualTo(NONE);
  }

  @Test
  void releasableToNarrows() {
    assertThat(judge(OPEN, labelled("GREEN", Set.of("KAZ")), KAZ).level()).isEqualTo(DETAIL);
    assertThat(judge(OPEN, labelled("GREEN", Set.of("UZB")), KAZ).level()).isEqualTo(NONE);
    assertThat(judge(OPEN, labelled("GREEN", Set.of()), KAZ).reasons())
        .contains(Reason.of(What.RELEASABLE_TO, NONE));
  }

  @Test
  void whatTheOwnerDidNotConfirmMayOnlyNarrow() {
    var outsider = new Recipient("KAZ", true, false, Set.of(), Set.of(), NONE);
    assertThat(between(outsider, KAZ)).isEqualTo(NONE);
    assertThat(between(KAZ, outsider)).isEqualTo(NONE);
    assertThat(between(KAZ, KAZ)).isEqualTo(DETAIL);
  }

  private static Level between(Recipient approved, Recipient current) {
    return Judge.judge(new Case(OPEN, false, PLAIN, false, approved, current, List.of(), NOW))
        .level();
  }

  @Test
  void aStandingOfferIsWhatNeedsNoRecord() {
    var offer =
        policy(
            permit(CORE, everyone(), reciprocity(DETAIL)),
            permit(DETAIL, everyone(), in("destination", "AFG")),
            limit(CORE, everyone(), in("destination", "AFG")));
    assertThat(Judge.offer(offer, false, KAZ)).isEqualTo(CORE);
    assertThat(Judge.offer(offer, false, UN1540)).isEqualTo(NONE);
    assertThat(Judge.offer(offer, true, KAZ)).isEqualTo(NONE);
    assertThat(Judge.offer(policy(permit(CORE, everyone()), forbid(named("KAZ"))), false, KAZ))
        .isEqualTo(NONE);
  }

  @Test
  void aPolicyKnowsWhetherItAsksForReciprocity() {
    assertThat(OPEN.asksReciprocity()).isFalse();
    assertThat(policy(permit(CORE, everyone(), reciprocity(CORE))).asksReciprocity()).isTrue();
    assertThat(policy(permit(CORE, everyone(), in("reason", "R21"))).asksReciprocity()).isFalse();
  }

  @Test
  void groupsOfAStandingOfferStillHaveTheirMembers() {
    var grouped =
        new Policy(
            Map.of("neighbours", List.of("KAZ")),
            List.of(permit(CORE, new Audience(null, List.of("neighbours"), null))));
    assertThat(Judge.offer(grouped, false, KAZ)).isEqualTo(CORE);
    assertThat(Judge.offer(grouped, false, A.state("UZB"))).isEqualTo(NONE);
  }

  @Test
  void aSnapshotRemembersRegimes() {
    var snapshot =
        new Snapshot(
            Set.of("KAZ"), Map.of("KAZ", Set.of("NSG")), Map.of("KAZ", Set.of("AG", "NSG")));
    assertThat(snapshot.regimesOf("KAZ")).containsExactly("NSG");
    assertThat(snapshot.regimesOf("UZB")).isEmpty();
    assertThat(snapshot.adherencesOf("KAZ")).containsExactlyInAnyOrder("AG", "NSG");
    assertThat(snapshot.adherencesOf("UZB")).isEmpty();
  }

  @Test
  void aSnapshotFromBeforeThereWereAdherentsKnowsParticipantsOnly() {
    var stored = "{\"everyone\": [\"KAZ\"], \"regimes\": {\"KAZ\": [\"NSG\"]}}";
    var snapshot = Json.parse(stored, Snapshot.class);
    assertThat(snapshot.adherencesOf("KAZ")).containsExactly("NSG");
  }
}
