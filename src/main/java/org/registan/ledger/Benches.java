package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.registan.access.Judge;
import org.registan.access.Policies;
import org.registan.access.Policy;
import org.registan.access.Recipient;
import org.registan.access.Snapshot;
import org.registan.kernel.Level;
import org.registan.participant.Participant;
import org.registan.participant.Participants;

/** Reads afresh what judging rests on: policies, participants, the others' standing offers. */
@ApplicationScoped
public class Benches {

  private final Participants participants;
  private final Policies policies;
  private final Gates gates;

  Benches(Participants participants, Policies policies, Gates gates) {
    this.participants = participants;
    this.policies = policies;
    this.gates = gates;
  }

  public Bench of(Handle handle, String owner, String type) {
    var all = participants.all(handle);
    var inForce =
        policies.inForce(handle, type).stream()
            .collect(Collectors.toMap(Policies.Version::owner, Function.identity()));
    var stopped =
        gates.all(handle, type).stream()
            .filter(Gate::stopped)
            .map(Gate::owner)
            .collect(Collectors.toSet());
    var offers = new HashMap<String, Level>();
    all.stream()
        .filter(it -> it.code().equals(owner))
        .findFirst()
        .ifPresent(me ->
            inForce.forEach((other, version) ->
                offers.put(other, offer(version, stopped.contains(other), me))));
    return new Bench(
        owner,
        inForce.getOrDefault(owner, none(owner)),
        stopped.contains(owner),
        all,
        Map.copyOf(offers));
  }

  /** Who takes part now, as a policy approved now will remember it. */
  public static Snapshot snapshot(List<Participant> participants) {
    return new Snapshot(
        participants.stream()
            .filter(Bench::isState)
            .map(Participant::code)
            .collect(Collectors.toUnmodifiableSet()),
        participants.stream()
            .collect(
                Collectors.toUnmodifiableMap(Participant::code, it -> Set.copyOf(it.regimes()))));
  }

  /** The owners whose policy in force asks for reciprocity. */
  List<String> askingReciprocity(Handle handle, String type) {
    return policies.inForce(handle, type).stream()
        .filter(it -> it.policy().asksReciprocity())
        .map(Policies.Version::owner)
        .toList();
  }

  private static Level offer(Policies.Version theirs, boolean stopped, Participant me) {
    var state = Bench.isState(me);
    var approved =
        new Recipient(
            me.code(),
            state,
            theirs.snapshot().everyone().contains(me.code()),
            Set.of(),
            Level.NONE);
    var current = new Recipient(me.code(), state, state, Set.of(), Level.NONE);
    return Judge.offer(theirs.policy(), stopped, approved)
        .min(Judge.offer(theirs.policy(), stopped, current));
  }

  private static Policies.Version none(String owner) {
    return new Policies.Version(owner, 0, Policy.NONE, Snapshot.EMPTY, Instant.EPOCH);
  }
}
