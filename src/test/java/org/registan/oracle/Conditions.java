package org.registan.oracle;

import static org.registan.oracle.Attributes.elements;
import static org.registan.oracle.Attributes.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether one condition of a rule holds, read word by word from DESIGN 4. */
final class Conditions {

  private final Situation situation;
  private final JsonNode policy;
  private final Facts facts;

  Conditions(Situation situation, JsonNode policy, Facts facts) {
    this.situation = situation;
    this.policy = policy;
    this.facts = facts;
  }

  boolean holds(JsonNode condition, boolean inPermit) {
    if (condition.has("attribute")) {
      return ofRecord(condition, inPermit);
    }
    if (condition.has("recipient")) {
      return ofRecipient(condition);
    }
    if (condition.has("reciprocity")) {
      return reciprocity(Level.valueOf(condition.path("reciprocity").asText()));
    }
    throw new IllegalArgumentException("no such condition: " + condition);
  }

  private boolean ofRecord(JsonNode condition, boolean inPermit) {
    List<String> values =
        Attributes.values(situation.draft(), condition.path("attribute").asText());
    boolean negated = negated(condition);
    Set<String> named =
        condition.has("isRecipient") ? Set.of(situation.recipient()) : named(condition);
    Predicate<String> satisfies = value -> named.contains(value) != negated;
    if (values.isEmpty()) {
      return !inPermit && negated;
    }
    return inPermit ? values.stream().allMatch(satisfies) : values.stream().anyMatch(satisfies);
  }

  private boolean ofRecipient(JsonNode condition) {
    Set<String> named = named(condition);
    boolean belongs =
        switch (condition.path("recipient").asText()) {
          case "regime" ->
              facts.regimesOf(situation.recipient()).stream().anyMatch(named::contains);
          case "adherence" ->
              facts.adherencesOf(situation.recipient()).stream().anyMatch(named::contains);
          case "group" ->
              named.stream().anyMatch(group -> inGroup(policy, group, situation.recipient()));
          default -> throw new IllegalArgumentException("no such condition: " + condition);
        };
    return belongs != negated(condition);
  }

  private boolean reciprocity(Level wanted) {
    Level offered = StandingOffers.offer(situation, situation.recipient(), situation.owner());
    return offered.compareTo(wanted) >= 0;
  }

  private static boolean negated(JsonNode condition) {
    return condition.has("notIn") || !condition.path("isRecipient").asBoolean(true);
  }

  private static Set<String> named(JsonNode condition) {
    JsonNode list = condition.has("in") ? condition.path("in") : condition.path("notIn");
    return texts(elements(list)).stream().collect(Collectors.toSet());
  }

  /** A group that the policy does not define has no members. */
  static boolean inGroup(JsonNode policy, String group, String participant) {
    return texts(elements(policy.path("groups").path(group))).contains(participant);
  }

  /** Whether a rule speaks to a participant at all. */
  static boolean speaksTo(JsonNode policy, JsonNode rule, String participant, Facts facts) {
    JsonNode to = rule.path("to");
    boolean byName = texts(elements(to.path("participants"))).contains(participant);
    boolean byGroup =
        texts(elements(to.path("groups"))).stream()
            .anyMatch(group -> inGroup(policy, group, participant));
    boolean asEveryone = to.path("everyone").asBoolean() && facts.everyone().contains(participant);
    return byName || byGroup || asEveryone;
  }
}
