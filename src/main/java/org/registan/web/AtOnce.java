package org.registan.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests are under way on this node: of one participant, and of each of its accounts and
 * machine clients. Who sends or takes slowly uses up its own share alone, and never what serves the
 * others of its state or other states. What ends or narrows a release has a share of its own, so
 * that nothing else keeps it waiting.
 */
@ApplicationScoped
class AtOnce {

  private final int most;
  private final int mostOfEach;
  private final Map<String, Integer> ofParticipants = new ConcurrentHashMap<>();
  private final Map<String, Integer> ofEach = new ConcurrentHashMap<>();

  AtOnce(
      @ConfigProperty(name = "registan.pace.at-once", defaultValue = "64") int most,
      @ConfigProperty(name = "registan.pace.at-once-each", defaultValue = "16") int mostOfEach) {
    this.most = most;
    this.mostOfEach = mostOfEach;
  }

  /** Counts one more, unless that were too many. */
  boolean enter(String participant, String caller) {
    if (!enter(ofEach, caller, mostOfEach)) {
      return false;
    }
    var entered = enter(ofParticipants, participant, most);
    if (!entered) {
      leave(ofEach, caller);
    }
    return entered;
  }

  void leave(String participant, String caller) {
    leave(ofParticipants, participant);
    leave(ofEach, caller);
  }

  private static boolean enter(Map<String, Integer> underWay, String who, int most) {
    var entered = new boolean[1];
    underWay.compute(
        who,
        (name, count) -> {
          var now = count == null ? 0 : count;
          entered[0] = now < most;
          return entered[0] ? Integer.valueOf(now + 1) : count;
        });
    return entered[0];
  }

  private static void leave(Map<String, Integer> underWay, String who) {
    underWay.computeIfPresent(who, (name, count) -> count == 1 ? null : count - 1);
  }
}
