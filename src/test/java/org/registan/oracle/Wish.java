package org.registan.oracle;

import java.util.List;
import java.util.Optional;

/**
 * An act wanted without knowing the world: it becomes one if the world has something to do it to.
 */
@FunctionalInterface
interface Wish {
  Optional<Act> in(World world);

  /** One of several, chosen by any number. */
  static <T> Optional<T> pick(int number, List<T> among) {
    return among.isEmpty()
        ? Optional.empty()
        : Optional.of(among.get(Math.floorMod(number, among.size())));
  }
}
