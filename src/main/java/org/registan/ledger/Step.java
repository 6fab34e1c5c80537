package org.registan.ledger;

import java.time.Instant;
import org.registan.kernel.Level;

/**
 * A level and exactly how long it holds: from {@code since}, to {@code until} exclusive.
 *
 * @param given whether it was given for good, so that the stop switch leaves it
 */
record Step(Instant since, Instant until, Level level, boolean given) {

  static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");
  static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59.999Z");

  static Step always(Level level) {
    return new Step(BEGINNING, FOREVER, level, false);
  }

  boolean holdsAt(Instant now) {
    return !since.isAfter(now) && until.isAfter(now);
  }
}
