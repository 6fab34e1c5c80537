package org.registan.chaos;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What was counted in a run, and everything that should not have been. */
@SuppressWarnings("AnnotateFormatMethod") // the annotation is in no library of ours
final class Findings {
  private static final int ENOUGH = 200;

  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();

  void count(String what) {
    counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }

  void most(String what, long seen) {
    counts.computeIfAbsent(what, key -> new AtomicLong()).accumulateAndGet(seen, Math::max);
  }

  long counted(String what) {
    var count = counts.get(what);
    return count == null ? 0 : count.get();
  }

  void violation(String form, Object... arguments) {
    if (violations.size() < ENOUGH) {
      violations.add(form.formatted(arguments));
    }
  }

  /** A violation unless {@code expected} is what was {@code found}. */
  void same(Object expected, Object found, String form, Object... arguments) {
    if (!expected.equals(found)) {
      violation("%s: expected %s, found %s", form.formatted(arguments), expected, found);
    }
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  @Override
  public String toString() {
    return new TreeMap<>(counts).toString();
  }
}
