package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.registan.access.Policies;
import org.registan.access.Snapshot;
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
    var inForce = policies.inForce(handle, type);
    var stopped =
        gates.all(handle, type).stream()
            .filter(Gate::stopped)
            .map(Gate::owner)
            .collect(Collectors.toSet());
    return Bench.of(owner, inForce, stopped, participants.all(handle));
  }

  /** Who takes part now, as a policy approved now will remember it. */
  public static Snapshot snapshot(List<Participant> participants) {
    return new Snapshot(
        participants.stream()
            .filter(Bench::isState)
            .map(Participant::code)
            .collect(Collectors.toUnmodifiableSet()),
        participants.stream()
            .collect(Collectors.toUnmodifiableMap(Participant::code, Participant::participatesIn)),
        participants.stream()
            .collect(Collectors.toUnmodifiableMap(Participant::code, Participant::adheresTo)));
  }

  /** The owners whose policy in force asks for reciprocity. */
  List<String> askingReciprocity(Handle handle, String type) {
    return policies.inForce(handle, type).stream()
        .filter(it -> it.policy().asksReciprocity())
        .map(Policies.Version::owner)
        .toList();
  }
}
