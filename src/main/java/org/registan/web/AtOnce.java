package org.registan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests of one participant are under way on this node. Who sends or takes slowly uses
 * up its own share alone, and never what serves the others.
 */
@ApplicationScoped
class AtOnce {

  private final int most;
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

  AtOnce(@ConfigProperty(name = "registan.pace.at-once", defaultValue = "64") int most) {
    this.most = most;
  }

  /** Counts one more, unless that were too many. */
  boolean enter(String participant) {
    var entered = new boolean[1];
    underWay.compute(
        participant,
        (code, count) -> {
          var now = count == null ? 0 : count;
          entered[0] = now < most;
          return entered[0] ? now + 1 : now;
        });
    return entered[0];
  }

  void leave(String participant) {
    underWay.computeIfPresent(participant, (code, count) -> count == 1 ? null : count - 1);
  }
}
