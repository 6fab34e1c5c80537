package org.registan.access;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who the participants were when a policy version was approved: the states that took part, and who
 * was in which regime. What came later widens nothing until the owner's releaser approves again.
 *
 * @param regimes the regimes each took part in
 * @param adherences the regimes each took part in or adhered to; absent from versions that were
 *     approved when there was no adherent, so that the two were the same
 */
public record Snapshot(
    Set<String> everyone,
    Map<String, Set<String>> regimes,
    @Nullable Map<String, Set<String>> adherences) {

  public static final Snapshot EMPTY = new Snapshot(Set.of(), Map.of(), Map.of());

  public Set<String> regimesOf(String participant) {
    return regimes.getOrDefault(participant, Set.of());
  }

  public Set<String> adherencesOf(String participant) {
    return adherences == null
        ? regimesOf(participant)
        : adherences.getOrDefault(participant, Set.of());
  }
}
