package org.registan.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Level;

/** One rule of a release policy; all of its conditions must hold. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rule(
    Effect effect,
    @Nullable Level level,
    Audience to,
    @Nullable List<Condition> when,
    @Nullable String note) {

  @JsonIgnore
  List<Condition> conditions() {
    return when == null ? List.of() : when;
  }

  /** Part of the standing offer: no condition, or none but reciprocity (DESIGN 4). */
  @JsonIgnore
  boolean isUnconditional() {
    return conditions().stream().allMatch(Condition::isReciprocity);
  }

  boolean matches(Subject subject, Recipient recipient, Map<String, List<String>> groups) {
    return to.names(recipient, groups)
        && conditions().stream().allMatch(it -> it.holds(effect, subject, recipient, groups));
  }

  /** Whether a recipient may get more by being in the group. */
  boolean givesToMembersOf(String group) {
    return effect == Effect.PERMIT ? asksFor(group) : asksForOthersThan(group);
  }

  /** Whether a recipient may get less by being in the group. */
  boolean keepsFromMembersOf(String group) {
    return effect == Effect.PERMIT ? asksForOthersThan(group) : asksFor(group);
  }

  private boolean asksFor(String group) {
    return (to.groups() != null && to.groups().contains(group))
        || conditions().stream().anyMatch(it -> it.asksFor(group));
  }

  private boolean asksForOthersThan(String group) {
    return conditions().stream().anyMatch(it -> it.asksForOthersThan(group));
  }

  @JsonIgnore
  Level levelOr(Level otherwise) {
    return level == null ? otherwise : level;
  }
}
