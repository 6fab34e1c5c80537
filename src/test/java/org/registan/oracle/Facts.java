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
 * @param regimes the regimes each takes part in
 * @param adherences the regimes each takes part in or adheres to
 */
public record Facts(
    Set<String> everyone, Map<String, Set<String>> regimes, Map<String, Set<String>> adherences) {
  public Facts {
    everyone = Set.copyOf(everyone);
    regimes = Map.copyOf(regimes);
    adherences = Map.copyOf(adherences);
  }

  public static Facts of(Collection<Member> members) {
    return new Facts(
        members.stream().filter(Member::state).map(Member::code).collect(Collectors.toSet()),
        members.stream().collect(Collectors.toMap(Member::code, Member::regimes)),
        members.stream().collect(Collectors.toMap(Member::code, Member::adherences)));
  }

  Set<String> regimesOf(String participant) {
    return regimes.getOrDefault(participant, Set.of());
  }

  Set<String> adherencesOf(String participant) {
    return adherences.getOrDefault(participant, Set.of());
  }
}
