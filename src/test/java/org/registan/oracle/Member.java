package org.registan.oracle;

import java.util.Set;

/**
 * A participant as far as release policies look at it.
 *
 * @param state a state, not an organisation
 * @param regimes those it takes part in
 * @param adherences those it takes part in or adheres to
 */
public record Member(String code, boolean state, Set<String> regimes, Set<String> adherences) {
  public Member {
    regimes = Set.copyOf(regimes);
    adherences = Set.copyOf(adherences);
  }

  /** One that adheres to no regime without taking part in it. */
  public Member(String code, boolean state, Set<String> regimes) {
    this(code, state, regimes, regimes);
  }
}
