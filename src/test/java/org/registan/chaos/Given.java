package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a policy of this run gives of a record, by a simple reading of its own. */
record Given(JsonNode policy, boolean stopped, JsonNode oneOffs) {
  private static final List<String> LEVELS = List.of("NONE", "CORE", "DETAIL");

  /** From which level to which: the two differ where only reciprocity could tell. */
  record Range(int least, int most) {
    boolean has(String level) {
      return least <= LEVELS.indexOf(level) && LEVELS.indexOf(level) <= most;
    }
  }

  Range of(JsonNode record, String partner) {
    if (stopped
        || record.path("held").asBoolean()
        || !isReleasableTo(record, partner)
        || (isOrganisation(partner) && isForStates(record))) {
      return new Range(0, 0);
    }
    var least = 0;
    var most = 0;
    var limit = LEVELS.size() - 1;
    for (var rule : policy.path("rules")) {
      var level = level(rule);
      if (!isTo(rule.path("to"), partner)) {
        continue;
      }
      if (rule.path("effect").asText().equals("PERMIT")) {
        most = Math.max(most, level);
        least = rule.has("when") ? least : Math.max(least, level);
      } else if (!rule.has("when") || record.at("/label/tlp").asText().equals("AMBER")) {
        limit = Math.min(limit, level);
      }
    }
    var once = once(record.path("id").asText(), partner);
    return new Range(Math.max(once, Math.min(least, limit)), Math.max(once, Math.min(most, limit)));
  }

  private static boolean isReleasableTo(JsonNode record, String partner) {
    return !record.has("releasableTo") || has(record.path("releasableTo"), partner);
  }

  private static boolean isForStates(JsonNode record) {
    return record.at("/label/tlp").asText().startsWith("AMBER");
  }

  private static boolean isOrganisation(String partner) {
    return partner.equals("UN1540");
  }

  private boolean isTo(JsonNode audience, String partner) {
    return (audience.path("everyone").asBoolean() && !isOrganisation(partner))
        || has(audience.path("participants"), partner)
        || all(audience.path("groups"))
            .anyMatch(it -> has(policy.path("groups").path(it), partner));
  }

  private int once(String record, String partner) {
    return StreamSupport.stream(oneOffs.spliterator(), false)
        .filter(it -> it.path("record").asText().equals(record))
        .filter(it -> it.path("recipient").asText().equals(partner))
        .mapToInt(Given::level)
        .max()
        .orElse(0);
  }

  private static int level(JsonNode of) {
    return LEVELS.indexOf(of.path("level").asText());
  }

  private static boolean has(JsonNode list, String value) {
    return all(list).anyMatch(value::equals);
  }

  private static Stream<String> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }
}
