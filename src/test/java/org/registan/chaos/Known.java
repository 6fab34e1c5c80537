package org.registan.chaos;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** All that one state was told is done: its records as last acknowledged, and its proposals. */
final class Known {

  /** A record of the state, as its owner last read it. */
  record Own(String id, String status, int version, boolean held, String etag) {
    String path() {
      return "/v1/denials/" + id;
    }

    boolean isDraft() {
      return status.equals("DRAFT");
    }

    boolean isInForce() {
      return status.equals("IN_FORCE");
    }

    boolean isInError() {
      return status.equals("ISSUED_IN_ERROR");
    }
  }

  private final Map<String, Own> records = new ConcurrentHashMap<>();
  private final Set<String> thrownAway = ConcurrentHashMap.newKeySet();
  private final Map<String, String> proposals = new ConcurrentHashMap<>();

  void put(Own record) {
    records.put(record.id(), record);
  }

  Own get(String id) {
    var record = records.get(id);
    if (record == null) {
      throw new IllegalArgumentException("not known: " + id);
    }
    return record;
  }

  void throwAway(String id) {
    records.remove(id);
    thrownAway.add(id);
  }

  Map<String, Own> records() {
    return Map.copyOf(records);
  }

  Set<String> thrownAway() {
    return Set.copyOf(thrownAway);
  }

  /** A proposal is in this state now. */
  void decided(String proposal, String state) {
    proposals.put(proposal, state);
  }

  /** The state of each proposal by its id. */
  Map<String, String> proposals() {
    return Map.copyOf(proposals);
  }

  /** Some records that fit, at most {@code most}, in random order. */
  List<Own> some(Random chance, int most, Predicate<Own> wanted) {
    var fitting = new java.util.ArrayList<>(records.values().stream().filter(wanted).toList());
    java.util.Collections.shuffle(fitting, chance);
    return fitting.subList(0, Math.min(most, fitting.size()));
  }
}
