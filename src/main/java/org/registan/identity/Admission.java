package org.registan.identity;

import java.util.Optional;
import org.registan.kernel.Actor;

/** Decides whether the bearer of a verified token acts for a participant at all. */
public interface Admission {

  /** The actor, or nothing when any register disagrees with the token. */
  Optional<Actor> admit(Claims claims);

  /**
   * Whether someone who was admitted is not blocked since, for what goes on without them asking.
   */
  boolean isStillAdmitted(Actor actor);

  /** Whether the hub's provider with this alias is a participant's. */
  boolean knowsProvider(String alias);
}
