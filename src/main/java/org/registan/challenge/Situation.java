package org.registan.challenge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registan.ledger.Seen;
import org.registan.record.Status;
import org.registan.record.Versions.Version;

/**
 * How a record stands between its owner and its challengers now: a correction closes a challenge
 * only by what the challenger itself sees of it, so that nothing withheld shows in its state.
 *
 * @param sights what each challenger sees of the record, if anything
 * @param corrections the acts by which an owner puts a record right
 */
record Situation(Map<String, Seen> sights, List<Version> versions, Set<String> corrections) {

  Challenge.State state(Challenge challenge) {
    var sight = sights.get(challenge.challenger());
    if (challenge.answer() != null) {
      return Challenge.State.ANSWERED;
    }
    if (sight == null) {
      return Challenge.State.UNSHARED;
    }
    return isCorrected(challenge, sight) ? Challenge.State.CORRECTED : Challenge.State.OPEN;
  }

  /** Whether the challenger may see what was answered: of a record it sees as well as then. */
  boolean showsAnswer(Challenge challenge) {
    var sight = sights.get(challenge.challenger());
    return challenge.answer() != null
        && sight != null
        && sight.level().isAtLeast(challenge.answer().level())
        && !sight.status().equals(Status.ISSUED_IN_ERROR);
  }

  private boolean isCorrected(Challenge challenge, Seen sight) {
    var layer = challenge.level().min(sight.level());
    for (int i = 1; i < versions.size(); i++) {
      var version = versions.get(i);
      var moved = version.revision(layer) > versions.get(i - 1).revision(layer);
      if (version.n() > challenge.n() && corrections.contains(version.act()) && moved) {
        return true;
      }
    }
    return false;
  }
}
