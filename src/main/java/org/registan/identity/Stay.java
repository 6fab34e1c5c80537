package org.registan.identity;

import io.quarkus.security.UnauthorizedException;
import java.time.Clock;
import java.time.Instant;
import org.registan.kernel.Actor;

/**
 * How long someone may go on receiving what they asked for once: until their token expires or they
 * are blocked.
 */
public final class Stay {

  private final Actor actor;
  private final Instant until;
  private final Admission admission;
  private final Clock clock;

  public Stay(Actor actor, Instant until, Admission admission, Clock clock) {
    this.actor = actor;
    this.until = until;
    this.admission = admission;
    this.clock = clock;
  }

  public Actor actor() {
    return actor;
  }

  /** Before anything more is read for them. */
  public void require() {
    if (!clock.instant().isBefore(until)) {
      throw new UnauthorizedException("the token has expired meanwhile");
    }
    if (!admission.isStillAdmitted(actor)) {
      throw new UnauthorizedException("blocked meanwhile");
    }
  }
}
