package org.registan.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Level;

/** How much of a record a recipient gets, and why. The reasons are for the owner alone. */
public record Decision(Level level, List<Reason> reasons) {

  /** What decided: a rule by its number from 1, or something that binds beyond the rules. */
  public enum What {
    RULE,
    NO_PERMIT,
    ONE_OFF,
    LABEL,
    RELEASABLE_TO,
    SUBMITTED,
    REGIME_SOURCED,
    HELD,
    STOPPED
  }

  /** One reason of a decision. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reason(
      What what, @Nullable Integer rule, @Nullable Effect effect, @Nullable Level level) {

    static Reason of(What what, Level level) {
      return new Reason(what, null, null, level);
    }

    static Reason of(int number, Rule rule) {
      return new Reason(What.RULE, number, rule.effect(), rule.level());
    }
  }
}
