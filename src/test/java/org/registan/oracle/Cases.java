package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The hand-written cases of {@code oracle/cases.txt}, and the sentences of DESIGN 4 that they
 * prove.
 */
public final class Cases {

  private final Map<String, String> sentences = new TreeMap<>();
  private final List<Case> cases = new ArrayList<>();

  private Cases() {}

  /** Every case as a test of an interpreter: the oracle's or the judge's. */
  public static Stream<DynamicTest> against(Interpreter interpreter) {
    return read().all().stream()
        .flatMap(each ->
            each.expected.entrySet().stream()
                .map(entry -> test(each, entry.getKey(), entry.getValue(), interpreter)));
  }

  private static DynamicTest test(
      Case each, String recipient, Level level, Interpreter interpreter) {
    return DynamicTest.dynamicTest(
        each.name + ": " + recipient + " gets " + level,
        () -> assertThat(interpreter.level(each.situation(recipient))).isEqualTo(level));
  }

  List<Case> all() {
    return cases;
  }

  Map<String, String> sentences() {
    return sentences;
  }

  static Cases read() {
    var cases = new Cases();
    try (var in = Objects.requireNonNull(Cases.class.getResourceAsStream("/oracle/cases.txt"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().map(String::strip).filter(Cases::says).forEach(cases::take);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static boolean says(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private void take(String line) {
    String[] parts = line.split(":\\s+", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("cannot read: " + line);
    }
    if (parts[0].startsWith("sentence ")) {
      sentences.put(parts[0].substring("sentence ".length()), parts[1]);
    } else if (parts[0].equals("case")) {
      cases.add(new Case(parts[1]));
    } else {
      cases.getLast().take(parts[0], parts[1]);
    }
  }
}
