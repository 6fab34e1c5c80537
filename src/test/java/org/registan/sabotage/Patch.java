package org.registan.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mistake as a patch file tells it: which invariant it breaks, what it is, and the tests that
 * must go red, as {@code Class#method}.
 */
record Patch(Path file, int invariant, String mistake, List<String> tests, boolean ofRealms) {

  /** All patches of a checkout, by number. */
  static List<Patch> all(Path checkout) {
    try (Stream<Path> files = Files.list(checkout.resolve("src/test/sabotage"))) {
      return files
          .filter(it -> it.toString().endsWith(".patch"))
          .sorted(Comparator.comparing(Path::getFileName))
          .map(Patch::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Patch read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return new Patch(
          file.toAbsolutePath(),
          Integer.parseInt(only(file, lines, "Invariant: ")),
          only(file, lines, "Mistake: "),
          values(lines, "Test: "),
          lines.stream().anyMatch(it -> it.startsWith("+++ b/realms/")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> values(List<String> lines, String name) {
    return lines.stream()
        .takeWhile(it -> !it.startsWith("diff "))
        .filter(it -> it.startsWith(name))
        .map(it -> it.substring(name.length()).strip())
        .toList();
  }

  private static String only(Path file, List<String> lines, String name) {
    List<String> values = values(lines, name);
    if (values.size() != 1) {
      throw new IllegalArgumentException(file + " needs one line \"" + name + "\"");
    }
    return values.getFirst();
  }

  /** Whether it could be applied to this checkout; nothing is changed. */
  boolean fits(Path checkout) {
    return Tree.git(checkout, List.of("apply", "--check", file.toString()));
  }

  String name() {
    return file.getFileName().toString().replace(".patch", "");
  }

  int number() {
    return Integer.parseInt(name().substring(0, name().indexOf('-')));
  }

  /** Whether it has one of these numbers, or all are meant. */
  boolean isAmong(String numbers) {
    return numbers.isEmpty()
        || Stream.of(numbers.split(",")).anyMatch(it -> name().startsWith(it + "-"));
  }
}
