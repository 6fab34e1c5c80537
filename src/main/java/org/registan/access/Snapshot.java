package org.registan.access;

import java.util.Map;
import java.util.Set;

/**
 * Who the participants were when a policy version was approved: the states that took part, and who
 * was in which regime. What came later widens nothing until the owner's releaser approves again.
 */
public record Snapshot(Set<String> everyone, Map<String, Set<String>> regimes) {

  public static final Snapshot EMPTY = new Snapshot(Set.of(), Map.of());

  public Set<String> regimesOf(String participant) {
    return regimes.getOrDefault(participant, Set.of());
  }
}
