package org.registan.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.registan.access.Policies;
import org.registan.access.Policy;
import org.registan.access.Snapshot;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.ledger.Bench;
import org.registan.ledger.Flip;
import org.registan.record.RecordType;

/** Brings another version of an owner's policy into force: in one flip, with one audit entry. */
@ApplicationScoped
class NewVersions {

  private final Policies policies;
  private final Flip flip;
  private final Audit audit;
  private final Clock clock;

  NewVersions(Policies policies, Flip flip, Audit audit, Clock clock) {
    this.policies = policies;
    this.flip = flip;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a version says, and who the participants were for it. */
  record Content(Policy policy, Snapshot snapshot) {}

  /** Refuses by a problem. */
  interface Check {
    void pass(Handle handle, RecordType type, Bench flipped);
  }

  /**
   * Makes the actor's state's next version, of the one in force.
   *
   * @param claim run first in the deciding transaction
   * @param check refuses what is no longer as it was judged, once the gate has been passed
   */
  void adopt(
      String event,
      Actor actor,
      RecordType type,
      Function<Bench, Content> next,
      Consumer<Handle> claim,
      Check check) {
    flip.run(
        actor.participant(),
        type,
        new Flip.Target() {
          @Override
          public Bench bench(Handle handle, Bench inForce) {
            return inForce.under(
                version(handle, inForce, type, next.apply(inForce)), inForce.stopped());
          }

          @Override
          public void claim(Handle handle) {
            claim.accept(handle);
          }

          @Override
          public void done(Handle handle, Bench flipped) {
            check.pass(handle, type, flipped);
            policies.add(handle, type.name(), flipped.policy());
            var version = String.valueOf(flipped.policy().number());
            audit.write(
                handle,
                Event.administration(
                    event, actor, Map.of("type", type.name(), "version", version)));
          }
        });
  }

  private Policies.Version version(Handle handle, Bench inForce, RecordType type, Content content) {
    var all = policies.of(handle, inForce.owner(), type.name());
    var number = all.isEmpty() ? 1 : all.getFirst().number() + 1;
    return new Policies.Version(
        inForce.owner(), number, content.policy(), content.snapshot(), clock.instant());
  }
}
