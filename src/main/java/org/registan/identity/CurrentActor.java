package org.registan.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Optional;
import org.registan.kernel.Actor;
import org.registan.web.Problem;

/** Who is calling. */
@RequestScoped
public class CurrentActor {

  private final SecurityIdentity identity;
  private final Admission admission;
  private final Clock clock;

  CurrentActor(SecurityIdentity identity, Admission admission, Clock clock) {
    this.identity = identity;
    this.admission = admission;
    this.clock = clock;
  }

  public Actor get() {
    return find().orElseThrow(() -> new UnauthorizedException("no actor"));
  }

  /** The same, for what goes on after they have asked. */
  public Stay stay() {
    return new Stay(get(), identity.getAttribute(ActorAugmentor.UNTIL), admission, clock);
  }

  /** The same, or nothing when nobody is logged in. */
  public Optional<Actor> find() {
    return Optional.ofNullable(identity.getAttribute(ActorAugmentor.ACTOR));
  }

  /** Whether somebody is logged in whom the platform does not admit. */
  public boolean isRefused() {
    return !identity.isAnonymous() && find().isEmpty();
  }

  /** The same, who must be of this participant. */
  public Actor of(String participant) {
    var me = get();
    if (!me.participant().equals(participant)) {
      throw Problem.notYours();
    }
    return me;
  }
}
