package org.registan.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the judge knows of a record.
 *
 * @param attributes declared attributes with their values; an absent one has none
 * @param tlp handling label (TLP 2.0)
 * @param releasableTo absent: no narrowing; empty: nobody
 * @param regimeSourced received from a regime: the owner's alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subject(
    Map<String, Set<String>> attributes,
    String tlp,
    @Nullable Set<String> releasableTo,
    boolean regimeSourced) {

  Set<String> values(String attribute) {
    return attributes.getOrDefault(attribute, Set.of());
  }

  Optional<Set<String>> namedRecipients() {
    return Optional.ofNullable(releasableTo);
  }
}
