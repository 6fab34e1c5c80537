package org.registan.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Level;

/**
 * One condition of a rule, in one of three forms: on an attribute of the record, on a fact of the
 * recipient ({@code regime}: takes part in; {@code adherence}: takes part in or adheres to; {@code
 * group}), or on reciprocity.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
    @Nullable String attribute,
    @Nullable String recipient,
    @Nullable List<String> in,
    @Nullable List<String> notIn,
    @Nullable Boolean isRecipient,
    @Nullable Level reciprocity) {

  boolean isReciprocity() {
    return reciprocity != null;
  }

  /** Whether being in the group can make it hold. */
  boolean asksFor(String group) {
    return "group".equals(recipient) && in != null && in.contains(group);
  }

  /** Whether being in the group can keep it from holding. */
  boolean asksForOthersThan(String group) {
    return "group".equals(recipient) && notIn != null && notIn.contains(group);
  }

  /** Whether it holds, in a rule that permits or in one that narrows. */
  boolean holds(
      Effect effect, Subject subject, Recipient to, Map<String, List<String>> groupsOfPolicy) {
    if (reciprocity != null) {
      return to.offer().isAtLeast(reciprocity);
    }
    if (recipient != null) {
      return ofRecipient(facts(recipient, to, groupsOfPolicy));
    }
    return effect == Effect.PERMIT
        ? inPermit(subject.values(String.valueOf(attribute)), to)
        : inNarrowing(subject.values(String.valueOf(attribute)), to);
  }

  /** In a permit all values must satisfy it, and at least one exist. */
  private boolean inPermit(Set<String> values, Recipient to) {
    return !values.isEmpty() && values.stream().allMatch(test(to));
  }

  /** In limit and forbid any value suffices; an absent one satisfies {@code not in}. */
  private boolean inNarrowing(Set<String> values, Recipient to) {
    return values.isEmpty() ? isNegative() : values.stream().anyMatch(test(to));
  }

  private boolean isNegative() {
    return notIn != null || Boolean.FALSE.equals(isRecipient);
  }

  private Predicate<String> test(Recipient to) {
    if (isRecipient != null) {
      return value -> isRecipient == value.equals(to.code());
    }
    return in != null ? in::contains : value -> notIn == null || !notIn.contains(value);
  }

  /** Membership: of one at least, or of none. */
  private boolean ofRecipient(Collection<String> facts) {
    return in != null
        ? in.stream().anyMatch(facts::contains)
        : notIn == null || notIn.stream().noneMatch(facts::contains);
  }

  private static Set<String> facts(
      String fact, Recipient to, Map<String, List<String>> groupsOfPolicy) {
    return switch (fact) {
      case "regime" -> to.regimes();
      case "adherence" -> to.adherences();
      case "group" ->
          groupsOfPolicy.entrySet().stream()
              .filter(it -> it.getValue().contains(to.code()))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      default -> throw new IllegalArgumentException("no such fact: " + fact);
    };
  }
}
