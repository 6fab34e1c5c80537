package org.registan;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The application's clock in tests: the real time, and what a test adds to it. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;
  private volatile @Nullable Instant stopped;

  public void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  public void reset() {
    ahead = Duration.ZERO;
    stopped = null;
  }

  /** Time goes on only by what a test adds, until the reset. */
  public void stop() {
    stopped = Clock.systemUTC().instant();
  }

  @Override
  public Instant instant() {
    var from = stopped;
    return (from == null ? Clock.systemUTC().instant() : from)
        .plus(ahead)
        .truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
