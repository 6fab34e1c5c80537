package org.registan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of the house that only source text shows. */
class SourceTest {

  private static final Path MAIN = Path.of("src/main/java/org/registan");
  private static final int STOP = 220;
  private static final int RESOURCE = 150;

  @Test
  void noClassIsTooLongToReadAtOnce() throws IOException {
    assertThat(lengths(file -> true))
        .as("split along what changes together")
        .isNotEmpty()
        .allSatisfy((file, lines) -> assertThat(lines).as(file).isLessThanOrEqualTo(STOP));
  }

  @Test
  void resourcesAreHttpOnlyAndSoShort() throws IOException {
    assertThat(lengths(file -> file.toString().endsWith("Resource.java")))
        .as("what an actor can do belongs to the plural noun behind the resource")
        .isNotEmpty()
        .allSatisfy((file, lines) -> assertThat(lines).as(file).isLessThanOrEqualTo(RESOURCE));
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
    try (var found = Files.list(MAIN)) {
      assertThat(found.filter(Files::isDirectory).toList())
          .as("an unmarked package is outside the null checks, silently")
          .isNotEmpty()
          .allSatisfy(folder ->
              assertThat(folder.resolve("package-info.java"))
                  .content()
                  .startsWith("/** ")
                  .contains("@org.jspecify.annotations.NullMarked"));
    }
  }

  @Test
  void packagesAreFlat() throws IOException {
    assertThat(sources())
        .as("a slice is read alone; sub-packages would have to be public to each other")
        .isNotEmpty()
        .allSatisfy(file -> assertThat(MAIN.relativize(file).getNameCount()).isEqualTo(2));
  }

  private static List<Path> sources() throws IOException {
    try (var found = Files.walk(MAIN)) {
      return found.filter(it -> it.toString().endsWith(".java")).toList();
    }
  }

  private static Map<String, Integer> lengths(Predicate<Path> which) throws IOException {
    return sources().stream()
        .filter(which)
        .collect(
            Collectors.toMap(
                it -> MAIN.relativize(it).toString(), SourceTest::lines, Math::max, TreeMap::new));
  }

  private static int lines(Path file) {
    try (var lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
