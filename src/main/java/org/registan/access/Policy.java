package org.registan.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** The same policy with these members in one of its groups, or with one group more. */
  public Policy regrouped(String group, List<String> members) {
    var regrouped = new TreeMap<>(groupsOrNone());
    regrouped.put(group, List.copyOf(members));
    return new Policy(regrouped, rules);
  }

  /**
   * Whether a group with these members gives nobody more of any record there is or will be: who
   * joins it meets only what narrows, who leaves it loses only what permits.
   */
  public boolean onlyNarrows(String group, List<String> members) {
    var before = groupsOrNone().getOrDefault(group, List.of());
    var someJoin = !before.containsAll(members);
    var someLeave = !members.containsAll(before);
    return rules.stream()
        .noneMatch(it ->
            (someJoin && it.givesToMembersOf(group))
                || (someLeave && it.keepsFromMembersOf(group)));
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
