package org.registan.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.registan.kernel.Json;

/**
 * All that one state was told is done: its records as last acknowledged, its proposals, its policy,
 * what it answered and whom it erased.
 */
final class Known {

  /** A record of the state, as its owner last read it, and whom it keeps in any version. */
  record Own(
      String id, String status, int version, boolean held, String etag, Set<String> persons) {

    /** As it was read. */
    static Own of(String id, Wire.Answer answer) {
      var json = answer.json();
      return new Own(
          id,
          json.path("status").asText(),
          json.path("version").asInt(),
          json.path("held").asBoolean(),
          answer.etag(),
          Contents.persons(json));
    }

    /** The same record, keeping also those of before: a draft alone forgets whom it leaves out. */
    private Own after(Own before) {
      return before.isDraft() ? this : keeping(union(persons, before.persons));
    }

    private Own keeping(Set<String> all) {
      return new Own(id, status, version, held, etag, all);
    }

    String path() {
      return "/v1/denials/" + id;
    }

    boolean isDraft() {
      return status.equals("DRAFT");
    }

    boolean isInForce() {
      return status.equals("IN_FORCE");
    }

    boolean isErasable() {
      return !isDraft() && !persons.isEmpty();
    }

    boolean isInError() {
      return status.equals("ISSUED_IN_ERROR");
    }
  }

  /** What a state answered to a challenge of its record. */
  record Answered(String challenge, String record, String text) {}

  private final Map<String, Own> records = new ConcurrentHashMap<>();
  private final Set<String> thrownAway = ConcurrentHashMap.newKeySet();
  private final Map<String, String> proposals = new ConcurrentHashMap<>();
  private final Map<String, Answered> answers = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> erased = new ConcurrentHashMap<>();
  private final Reports reports = new Reports();
  private final Publications publications = new Publications();
  private final Map<String, ObjectNode> policies = new ConcurrentHashMap<>();

  void put(Own record) {
    records.merge(record.id(), record, (before, now) -> now.after(before));
  }

  /** Nothing of those whom the record kept is anywhere any more, nor of these others. */
  void erased(String id, Set<String> others) {
    var record = get(id);
    records.put(id, record.keeping(Set.of()));
    erased.merge(id, union(record.persons(), others), Known::union);
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    var all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  /** Whom the state erased, by the record that kept them. */
  Map<String, Set<String>> erased() {
    return Map.copyOf(erased);
  }

  void answered(Answered answer) {
    answers.put(answer.challenge(), answer);
  }

  /** What it drafts for the 1540 Committee, and what it sent. */
  Reports reports() {
    return reports;
  }

  /** What the state answered, by the challenge. */
  Map<String, Answered> answers() {
    return Map.copyOf(answers);
  }

  /** Its control lists. */
  Publications publications() {
    return publications;
  }

  void adopted(String type, ObjectNode adopted) {
    policies.put(type, adopted.deepCopy());
  }

  /** The policy in force for a kind of record; empty before the first. */
  ObjectNode policy(String type) {
    return policies.getOrDefault(type, Json.object()).deepCopy();
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
