package org.registan.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.registan.access.Decision;
import org.registan.access.Judge;
import org.registan.access.OneOff;
import org.registan.access.Policies;
import org.registan.access.Policy;
import org.registan.access.Recipient;
import org.registan.access.Snapshot;
import org.registan.access.Subject;
import org.registan.kernel.Level;
import org.registan.participant.Participant;

/**
 * All that judging one owner's records of one kind rests on.
 *
 * @param offers what each other participant's standing offer gives the owner
 */
public record Bench(
    String owner,
    Policies.Version policy,
    boolean stopped,
    List<Participant> participants,
    Map<String, Level> offers) {

  /**
   * The bench of one owner among all.
   *
   * @param inForce every owner's policy in force
   * @param stopped the owners that pulled their stop switch
   */
  static Bench of(
      String owner,
      Collection<Policies.Version> inForce,
      Set<String> stopped,
      List<Participant> participants) {
    var offers = new HashMap<String, Level>();
    participants.stream()
        .filter(it -> it.code().equals(owner))
        .findFirst()
        .ifPresent(me ->
            inForce.forEach(theirs ->
                offers.put(theirs.owner(), offer(theirs, stopped.contains(theirs.owner()), me))));
    var own = inForce.stream().filter(it -> it.owner().equals(owner)).findFirst();
    return new Bench(
        owner,
        own.orElseGet(() -> none(owner)),
        stopped.contains(owner),
        participants,
        Map.copyOf(offers));
  }

  private static Level offer(Policies.Version theirs, boolean stopped, Participant me) {
    var state = isState(me);
    var snapshot = theirs.snapshot().everyone().contains(me.code());
    var approved = new Recipient(me.code(), state, snapshot, Set.of(), Set.of(), Level.NONE);
    var current = new Recipient(me.code(), state, state, Set.of(), Set.of(), Level.NONE);
    return Judge.offer(theirs.policy(), stopped, approved)
        .min(Judge.offer(theirs.policy(), stopped, current));
  }

  private static Policies.Version none(String owner) {
    return new Policies.Version(owner, 0, Policy.NONE, Snapshot.EMPTY, Instant.EPOCH);
  }

  /** Everyone who could be given a record of this owner. */
  public List<Participant> recipients() {
    return participants.stream().filter(it -> it.receives() && !it.code().equals(owner)).toList();
  }

  /** The same bench under another policy. */
  public Bench under(Policies.Version other, boolean otherStopped) {
    return new Bench(owner, other, otherStopped, participants, offers);
  }

  public Decision decide(
      Participant to, Subject subject, boolean held, List<OneOff> oneOffs, Instant asOf) {
    return Judge.judge(
        new Judge.Case(
            policy.policy(), stopped, subject, held, approved(to), current(to), oneOffs, asOf));
  }

  /** The levels of every recipient that has any, from {@code now} on. */
  Map<String, List<Step>> steps(
      Subject subject, boolean held, Map<String, List<OneOff>> oneOffs, Instant now) {
    var all = new TreeMap<String, List<Step>>();
    for (var to : recipients()) {
      var steps = steps(to, subject, held, oneOffs.getOrDefault(to.code(), List.of()), now);
      if (!steps.isEmpty()) {
        all.put(to.code(), steps);
      }
    }
    all.put(owner, List.of(Step.always(Level.OWNER)));
    return all;
  }

  private List<Step> steps(
      Participant to, Subject subject, boolean held, List<OneOff> oneOffs, Instant now) {
    var ends = new TreeSet<Instant>();
    oneOffs.stream().map(OneOff::until).filter(it -> it.isAfter(now)).forEach(ends::add);
    ends.add(Step.FOREVER);
    var steps = new ArrayList<Step>();
    var since = Step.BEGINNING;
    for (var end : ends) {
      var asOf = since.equals(Step.BEGINNING) ? now : since;
      var level = decide(to, subject, held, oneOffs, asOf).level();
      if (level != Level.NONE) {
        steps.add(new Step(since, end, level, subject.givenTo().contains(to.code())));
      }
      since = end;
    }
    return steps;
  }

  private Recipient approved(Participant to) {
    var snapshot = policy.snapshot();
    return new Recipient(
        to.code(),
        isState(to),
        snapshot.everyone().contains(to.code()),
        snapshot.regimesOf(to.code()),
        snapshot.adherencesOf(to.code()),
        offers.getOrDefault(to.code(), Level.NONE));
  }

  private Recipient current(Participant to) {
    return new Recipient(
        to.code(),
        isState(to),
        isState(to),
        to.participatesIn(),
        to.adheresTo(),
        offers.getOrDefault(to.code(), Level.NONE));
  }

  static boolean isState(Participant participant) {
    return participant.kind() == Participant.Kind.STATE;
  }
}
