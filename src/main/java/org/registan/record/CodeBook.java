package org.registan.record;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Actor;
import org.registan.web.Fault;

/** Looks up codes that a record names in the control lists that they are of. */
public interface CodeBook {

  /**
   * A code as a record names it.
   *
   * @param list {@code PAK/DUAL-USE}, or the key of a list of the drafter's own state; what is
   *     neither is a list that is not held here
   * @param edition what its state calls the edition; without it, the one that is in effect on a day
   * @param at where the record names it
   */
  record Named(String list, String code, @Nullable String edition, String at) {

    /** The same, named elsewhere. */
    public Named at(String other) {
      return new Named(list, code, edition, other);
    }
  }

  /**
   * Those that are not in the edition that they name, as far as its drafter sees editions: a hidden
   * one is refused like a missing one. That others' editions were read is logged.
   *
   * @param day on which an edition is in effect that is not named
   */
  List<Fault> faults(Handle handle, Actor actor, LocalDate day, List<Named> codes);
}
