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
 * @param givenTo those to whom its owner submitted it for good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subject(
    Map<String, Set<String>> attributes,
    String tlp,
    @Nullable Set<String> releasableTo,
    boolean regimeSourced,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> givenTo) {

  public Subject {
    givenTo = givenTo == null ? Set.of() : givenTo; // absent where it was written before
  }

  /** One that was submitted to nobody. */
  public Subject(
      Map<String, Set<String>> attributes,
      String tlp,
      @Nullable Set<String> releasableTo,
      boolean regimeSourced) {
    this(attributes, tlp, releasableTo, regimeSourced, Set.of());
  }

  Set<String> values(String attribute) {
    return attributes.getOrDefault(attribute, Set.of());
  }

  Optional<Set<String>> namedRecipients() {
    return Optional.ofNullable(releasableTo);
  }
}
