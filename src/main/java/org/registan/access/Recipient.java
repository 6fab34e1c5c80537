package org.registan.access;

import java.util.Set;
import org.registan.kernel.Level;

/**
 * Facts about a recipient that rules may ask for.
 *
 * @param state a state, not an organisation
 * @param everyone counted among {@code everyone}
 * @param regimes the regimes it is a member of
 * @param offer the level its standing offer gives the owner; all that the owner may learn of it
 */
public record Recipient(
    String code, boolean state, boolean everyone, Set<String> regimes, Level offer) {

  public Recipient {
    regimes = Set.copyOf(regimes);
  }
}
