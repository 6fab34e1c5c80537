package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the levels that a run met, so that a green run says what it looked at. */
final class Levels {

  private final Map<Level, Integer> counts = new EnumMap<>(Level.class);

  void count(Level level) {
    counts.merge(level, 1, Integer::sum);
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of a level, in percent. */
  double share(Level level) {
    return 100.0 * counts.getOrDefault(level, 0) / Math.max(1, total());
  }

  /** Prints the distribution, and fails when a level that a recipient can have is under a tenth. */
  void report(String run) {
    String shares =
        recipientLevels()
            .map(level -> String.format(Locale.ROOT, "%s %.1f %%", level, share(level)))
            .collect(Collectors.joining(", "));
    System.out.printf(Locale.ROOT, "%s: %d (record, recipient) pairs: %s%n", run, total(), shares);
    assertThat(recipientLevels())
        .allSatisfy(level -> assertThat(share(level)).as(level.name()).isGreaterThanOrEqualTo(10));
  }

  private static Stream<Level> recipientLevels() {
    return Stream.of(Level.values()).filter(level -> level != Level.OWNER);
  }
}
