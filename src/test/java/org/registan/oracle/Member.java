package org.registan.oracle;

import java.util.Set;

/**
 * A participant as far as release policies look at it.
 *
 * @param state a state, not an organisation
 */
public record Member(String code, boolean state, Set<String> regimes) {
  public Member {
    regimes = Set.copyOf(regimes);
  }
}
