package org.registan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How fast each caller may go on this node: so many requests a second, so many at once after a
 * pause. Each account and machine client has its own measure, which nobody else's requests move;
 * who is nobody is measured by address.
 */
@ApplicationScoped
class Pace {

  /** Of addresses that called lately; past these, strangers share one measure. */
  private static final int STRANGERS = 20_000;

  private static final String OTHERS = "others";

  private final Clock clock;
  private final long nanos;
  private final long burst;

  /** By caller: when, in nanoseconds, it would be even if it kept to the pace (GCRA). */
  private final Map<String, Long> known = new ConcurrentHashMap<>();

  private final Map<String, Long> strangers = new ConcurrentHashMap<>();

  Pace(
      Clock clock,
      @ConfigProperty(name = "registan.pace.per-second", defaultValue = "50") int perSecond,
      @ConfigProperty(name = "registan.pace.burst", defaultValue = "500") int burst) {
    this.clock = clock;
    this.nanos = Duration.ofSeconds(1).toNanos() / perSecond;
    this.burst = burst;
  }

  /** Counts a request; how long the caller must wait before it is served, or zero. */
  Duration take(Visit visit) {
    return visit.isKnown()
        ? take(known, visit.pacedAs())
        : take(strangers, shared(visit.pacedAs()));
  }

  /** How many strangers are remembered. */
  int strangers() {
    return strangers.size();
  }

  private String shared(String address) {
    if (strangers.size() >= STRANGERS && !strangers.containsKey(address)) {
      var now = now();
      strangers.values().removeIf(even -> even <= now);
      return strangers.size() < STRANGERS ? address : OTHERS;
    }
    return address;
  }

  private Duration take(Map<String, Long> measures, String who) {
    var now = now();
    var wait = new long[1];
    measures.compute(
        who,
        (name, even) -> {
          var next = Math.max(now, before(even, now)) + nanos;
          wait[0] = Math.max(0, next - now - burst * nanos);
          return wait[0] == 0 ? next : even;
        });
    return Duration.ofNanos(wait[0]);
  }

  /** A measure from a time that is still to come is none: the clock was put back since. */
  private long before(@Nullable Long even, long now) {
    return even == null || even > now + burst * nanos ? now : even;
  }

  private long now() {
    return clock.millis() * 1_000_000;
  }
}
