package org.registan.oracle;

import static org.registan.oracle.Attributes.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a participant's policy promises another without looking at any record. */
final class StandingOffers {

  private StandingOffers() {}

  static Level offer(Situation situation, String from, String to) {
    Adopted adopted = situation.inForce().get(from);
    if (adopted == null || situation.stopped().contains(from)) {
      return Level.NONE;
    }
    return offer(adopted.policy(), to, adopted.atApproval())
        .orLess(offer(adopted.policy(), to, situation.now()));
  }

  private static Level offer(JsonNode policy, String to, Facts facts) {
    List<JsonNode> rules =
        elements(policy.path("rules"))
            .filter(StandingOffers::unconditional)
            .filter(rule -> Conditions.speaksTo(policy, rule, to, facts))
            .toList();
    return Effects.combined(rules);
  }

  private static boolean unconditional(JsonNode rule) {
    return elements(rule.path("when")).allMatch(condition -> condition.has("reciprocity"));
  }
}
