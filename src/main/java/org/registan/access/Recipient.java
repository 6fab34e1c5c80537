package org.registan.access;

import java.util.Set;
import org.registan.kernel.Level;

/**
 * Facts about a recipient that rules may ask for.
 *
 * @param state a state, not an organisation
 * @param everyone counted among {@code everyone}
 * @param regimes the regimes it takes part in
 * @param adherences the regimes it takes part in or adheres to
 * @param offer the level its standing offer gives the owner; all that the owner may learn of it
 */
public record Recipient(
    String code,
    boolean state,
    boolean everyone,
    Set<String> regimes,
    Set<String> adherences,
    Level offer) {

  public Recipient {
    regimes = Set.copyOf(regimes);
    adherences = Set.copyOf(adherences);
  }
}
