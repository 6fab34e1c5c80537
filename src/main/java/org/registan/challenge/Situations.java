package org.registan.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.ledger.Seen;
import org.registan.ledger.Sights;
import org.registan.record.RecordType;
import org.registan.record.Versions;
import org.registan.web.Problem;

/** Finds out how records stand. */
@ApplicationScoped
class Situations {

  private final Sights sights;
  private final Versions versions;

  Situations(Sights sights, Versions versions) {
    this.sights = sights;
    this.versions = versions;
  }

  /** Of a record that the actor sees: for its owner between all, for a recipient its own. */
  Situation of(Handle handle, Actor actor, RecordType type, Seen seen) {
    var reader = actor.participant();
    var seers =
        seen.owner().equals(reader) ? sights.ofAll(handle, type, seen.id()) : Map.of(reader, seen);
    return new Situation(seers, versions.of(handle, seen.id()), type.corrections());
  }

  /** What the challenger sees of the record, of which the owner may say more now. */
  Seen requireAnswerable(Handle handle, RecordType type, Challenge challenge) {
    if (challenge.answer() != null) {
      throw Problem.notPossible(Challenge.State.ANSWERED.name(), List.of());
    }
    var sight =
        sights
            .of(handle, challenge.challenger(), type, challenge.record())
            .orElseThrow(() -> Problem.notPossible(Challenge.State.UNSHARED.name(), List.of()));
    Challenging.requireStanding(sight);
    return sight;
  }
}
