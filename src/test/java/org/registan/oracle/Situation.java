package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that an {@link Interpreter} may look at: who asks for which released record, and the
 * world at that instant.
 *
 * @param record any name for the record; one-offs use it
 * @param draft the record's content, in the contract's form {@code DenialDraft}
 * @param held whether the owner holds the record back
 * @param participants those that take part now
 * @param inForce each participant's policy in force, if it has one
 * @param stopped those that pulled their stop switch
 * @param oneOffs of any record and recipient, ended ones included
 */
public record Situation(
    String owner,
    String recipient,
    String record,
    JsonNode draft,
    boolean held,
    Collection<Member> participants,
    Map<String, Adopted> inForce,
    Set<String> stopped,
    List<OneOff> oneOffs,
    Instant asOf) {

  Facts now() {
    return Facts.of(participants);
  }

  Optional<Member> member(String code) {
    return participants.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  Situation recipient(String other) {
    return new Situation(
        owner, other, record, draft, held, participants, inForce, stopped, oneOffs, asOf);
  }

  Situation draft(JsonNode other) {
    return new Situation(
        owner, recipient, record, other, held, participants, inForce, stopped, oneOffs, asOf);
  }

  Situation held(boolean hold) {
    return new Situation(
        owner, recipient, record, draft, hold, participants, inForce, stopped, oneOffs, asOf);
  }

  Situation participants(Collection<Member> others) {
    return new Situation(
        owner, recipient, record, draft, held, others, inForce, stopped, oneOffs, asOf);
  }

  Situation inForce(Map<String, Adopted> others) {
    return new Situation(
        owner, recipient, record, draft, held, participants, others, stopped, oneOffs, asOf);
  }

  Situation stopped(Set<String> others) {
    return new Situation(
        owner, recipient, record, draft, held, participants, inForce, others, oneOffs, asOf);
  }

  Situation oneOffs(List<OneOff> others) {
    return new Situation(
        owner, recipient, record, draft, held, participants, inForce, stopped, others, asOf);
  }
}
