package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.stream.Stream;

/** What rules that match amount to together. */
final class Effects {

  private Effects() {}

  static boolean forbids(Collection<JsonNode> rules) {
    return rules.stream().anyMatch(rule -> is(rule, "FORBID"));
  }

  /** The highest permit, cut by every limit; forbids left aside. */
  static Level permitted(Collection<JsonNode> rules) {
    Level highest = levels(rules, "PERMIT").reduce(Level.NONE, Level::orMore);
    return levels(rules, "LIMIT").reduce(highest, Level::orLess);
  }

  static Level combined(Collection<JsonNode> rules) {
    return forbids(rules) ? Level.NONE : permitted(rules);
  }

  private static Stream<Level> levels(Collection<JsonNode> rules, String effect) {
    return rules.stream()
        .filter(rule -> is(rule, effect))
        .map(rule -> Level.valueOf(rule.path("level").asText()));
  }

  static boolean is(JsonNode rule, String effect) {
    return rule.path("effect").asText().equals(effect);
  }
}
