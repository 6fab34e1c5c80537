package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What one state was told is done of what it drafts for the 1540 Committee and of what it sent,
 * each by its path.
 */
final class Reports {

  /** What was put into the rows of a matrix, and where its sections are. */
  record Matrix(Map<String, JsonNode> rows, Map<String, JsonNode> sections) {}

  /** Digests of files: of those that are attached, by id, and of those that nobody answered for. */
  record Attached(Map<String, String> acknowledged, Set<String> unanswered) {}

  private final Set<String> there = ConcurrentHashMap.newKeySet();
  private final Set<String> thrownAway = ConcurrentHashMap.newKeySet();
  private final Map<String, String> submitted = new ConcurrentHashMap<>();
  private final Map<String, Matrix> matrices = new ConcurrentHashMap<>();
  private final Map<String, Attached> attached = new ConcurrentHashMap<>();

  void drafted(String path) {
    there.add(path);
  }

  void throwAway(String path) {
    there.remove(path);
    attached.remove(path);
    thrownAway.add(path);
  }

  /** The Committee has it like this. */
  void submitted(String path, String view) {
    submitted.put(path, view);
  }

  Matrix matrix(String path) {
    return matrices.computeIfAbsent(
        path, it -> new Matrix(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
  }

  Attached attached(String path) {
    return attached.computeIfAbsent(
        path, it -> new Attached(new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet()));
  }

  Set<String> there() {
    return Set.copyOf(there);
  }

  Set<String> thrownAway() {
    return Set.copyOf(thrownAway);
  }

  Map<String, String> submitted() {
    return Map.copyOf(submitted);
  }

  Map<String, Matrix> matrices() {
    return Map.copyOf(matrices);
  }

  Map<String, Attached> attached() {
    return Map.copyOf(attached);
  }

  Optional<String> oneDraft(Random chance, String kind) {
    return one(chance, it -> it.startsWith(kind) && !submitted.containsKey(it));
  }

  Optional<String> oneSubmitted(Random chance, String kind) {
    return one(chance, it -> it.startsWith(kind) && submitted.containsKey(it));
  }

  private Optional<String> one(Random chance, Predicate<String> wanted) {
    var fitting = there.stream().filter(wanted).sorted().toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(chance.nextInt(fitting.size())));
  }
}
