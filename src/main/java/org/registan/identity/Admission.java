package org.registan.identity;

import java.util.Optional;
import org.registan.kernel.Actor;

/** Decides whether the bearer of a verified token acts for a participant at all. */
public interface Admission {

  /** The actor, or nothing when any register disagrees with the token. */
  Optional<Actor> admit(Claims claims);
}
