package org.registan.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one participant lets others see of one kind of record: an unordered set of rules, and the
 * groups they name. Without a rule that permits, nothing is released (DESIGN 4).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Policy(@Nullable Map<String, List<String>> groups, List<Rule> rules) {

  /** The policy of an owner that has none: nothing is released. */
  public static final Policy NONE = new Policy(null, List.of());

  @JsonIgnore
  Map<String, List<String>> groupsOrNone() {
    return groups == null ? Map.of() : groups;
  }

  /** Whether what others offer this owner decides anything here. */
  @JsonIgnore
  public boolean asksReciprocity() {
    return rules.stream()
        .flatMap(it -> it.conditions().stream())
        .anyMatch(Condition::isReciprocity);
  }

  /** The policy as far as others may learn of it: its unconditional rules. */
  Policy standingOffer() {
    var unconditional =
        rules.stream()
            .filter(Rule::isUnconditional)
            .map(it -> new Rule(it.effect(), it.level(), it.to(), null, null))
            .toList();
    return new Policy(groups, unconditional);
  }
}
