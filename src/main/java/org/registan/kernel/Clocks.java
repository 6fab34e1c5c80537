package org.registan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The platform's only source of time, in whole milliseconds, so that tests can choose it. */
class Clocks {

  @Produces
  @ApplicationScoped
  Clock utc() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
