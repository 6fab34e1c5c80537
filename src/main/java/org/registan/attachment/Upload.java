package org.registan.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.registan.audit.Mention;
import org.registan.kernel.Actor;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** A file that comes in for a record of the actor's, since when. */
record Upload(
    UUID id, Actor actor, Mention draft, String fileName, Form form, Instant since, Clock clock) {

  UUID record() {
    return draft.id();
  }

  /** Longer than this nobody waits for one; what is left of it is swept away. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final ProblemType TOO_SLOW =
      new ProblemType("too-slow", 408, "It did not come in within an hour: send it again");

  void requireInTime() {
    if (isLate()) {
      throw Problem.of(TOO_SLOW, null);
    }
  }

  /** What to say when nothing is left of it: it took too long, or its record was thrown away. */
  Problem gone() {
    return isLate() ? Problem.of(TOO_SLOW, null) : Problem.notFound();
  }

  private boolean isLate() {
    return since.plus(LONGEST).isBefore(clock.instant());
  }
}
