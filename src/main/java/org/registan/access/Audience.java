package org.registan.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * To whom a rule speaks: named participants, named groups of the policy, or {@code everyone}: every
 * state that took part when the policy version was approved; organisations only by name.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Audience(
    @Nullable List<String> participants,
    @Nullable List<String> groups,
    @Nullable Boolean everyone) {

  boolean names(Recipient recipient, Map<String, List<String>> groupsOfPolicy) {
    return (participants != null && participants.contains(recipient.code()))
        || (Boolean.TRUE.equals(everyone) && recipient.everyone())
        || (groups != null
            && groups.stream()
                .anyMatch(
                    it -> groupsOfPolicy.getOrDefault(it, List.of()).contains(recipient.code())));
  }
}
