package org.registan.oracle;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was or is true of the participants: who is a state among them, and who belongs to which
 * regime.
 *
 * @param everyone the states that take part
 * @param regimes the regimes of each participant
 */
public record Facts(Set<String> everyone, Map<String, Set<String>> regimes) {
  public Facts {
    everyone = Set.copyOf(everyone);
    regimes = Map.copyOf(regimes);
  }

  public static Facts of(Collection<Member> members) {
    return new Facts(
        members.stream().filter(Member::state).map(Member::code).collect(Collectors.toSet()),
        members.stream().collect(Collectors.toMap(Member::code, Member::regimes)));
  }

  Set<String> regimesOf(String participant) {
    return regimes.getOrDefault(participant, Set.of());
  }
}
