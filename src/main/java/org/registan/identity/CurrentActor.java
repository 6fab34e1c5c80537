package org.registan.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.registan.kernel.Actor;

/** Who is calling. */
@RequestScoped
public class CurrentActor {

  private final SecurityIdentity identity;

  CurrentActor(SecurityIdentity identity) {
    this.identity = identity;
  }

  public Actor get() {
    Actor actor = identity.getAttribute(ActorAugmentor.ACTOR);
    if (actor == null) {
      throw new UnauthorizedException("no actor");
    }
    return actor;
  }
}
