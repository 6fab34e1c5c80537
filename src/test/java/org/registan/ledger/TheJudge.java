package org.registan.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.registan.access.Policies;
import org.registan.access.Policy;
import org.registan.access.Snapshot;
import org.registan.access.Subject;
import org.registan.denial.DenialSubject;
import org.registan.kernel.Json;
import org.registan.oracle.Adopted;
import org.registan.oracle.Interpreter;
import org.registan.oracle.Level;
import org.registan.oracle.Member;
import org.registan.oracle.Situation;
import org.registan.participant.Participant;

/**
 * The judge as acts and flips call it: a bench of the facts, the steps of every recipient worked
 * out a while before the question, and the step that holds when it is asked.
 */
public record TheJudge(long secondsBefore, Set<String> givenTo) implements Interpreter {

  public TheJudge(long secondsBefore) {
    this(secondsBefore, Set.of());
  }

  /** The same, were every record one that its owner submitted to this recipient. */
  public TheJudge ofWhatWasGivenTo(String recipient) {
    return new TheJudge(secondsBefore, Set.of(recipient));
  }

  @Override
  public Level level(Situation situation) {
    var steps =
        bench(situation)
            .steps(
                subject(situation),
                situation.held(),
                OneOffs.byRecipient(grants(situation)),
                situation.asOf().minusSeconds(secondsBefore));
    var levels = Visibility.levels(steps, situation.asOf());
    var level = levels.getOrDefault(situation.recipient(), org.registan.kernel.Level.NONE);
    return Level.valueOf(level.name());
  }

  private Subject subject(Situation situation) {
    var of = DenialSubject.of(situation.draft());
    return new Subject(of.attributes(), of.tlp(), of.releasableTo(), of.regimeSourced(), givenTo);
  }

  private static Bench bench(Situation situation) {
    return Bench.of(
        situation.owner(),
        situation.inForce().entrySet().stream()
            .map(each -> version(each.getKey(), each.getValue()))
            .toList(),
        situation.stopped(),
        situation.participants().stream().map(TheJudge::participant).toList());
  }

  private static Policies.Version version(String owner, Adopted adopted) {
    var then = adopted.atApproval();
    return new Policies.Version(
        owner,
        1,
        Json.to(adopted.policy(), Policy.class),
        new Snapshot(then.everyone(), then.regimes(), then.adherences()),
        Instant.EPOCH);
  }

  private static Participant participant(Member member) {
    return new Participant(
        member.code(),
        member.state() ? Participant.Kind.STATE : Participant.Kind.ORGANISATION,
        Json.object(),
        "UTC",
        member.code(),
        List.of(),
        member.adherences().stream()
            .map(it -> new Participant.Membership(it, standing(member, it)))
            .toList());
  }

  private static Participant.Standing standing(Member member, String regime) {
    return member.regimes().contains(regime)
        ? Participant.Standing.PARTICIPANT
        : Participant.Standing.ADHERENT;
  }

  private static List<OneOffs.Grant> grants(Situation situation) {
    return situation.oneOffs().stream()
        .filter(each -> each.record().equals(situation.record()))
        .map(each ->
            new OneOffs.Grant(
                new UUID(0, 1),
                new UUID(0, 2),
                each.recipient(),
                org.registan.kernel.Level.valueOf(each.level().name()),
                each.until()))
        .toList();
  }
}
