package org.registan.papers;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README and its companions point to what is there. */
class PapersTest {

  private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)[^)]*\\)");
  private static final Pattern TEST = Pattern.compile("\\b[A-Z][A-Za-z]*[a-z](?:Test|IT)\\b");

  static Stream<Path> papers() throws IOException {
    var top =
        List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "deploy/README.md").stream()
            .map(Path::of);
    try (var more = Files.walk(Path.of("docs"))) {
      return Stream.concat(top, more.filter(Files::isRegularFile).toList().stream());
    }
  }

  @Test
  void linksAndTestsAreFound() throws IOException {
    assertThat(found(LINK, Path.of("README.md"))).isNotEmpty();
    assertThat(found(TEST, Path.of("SECURITY.md")).map(MatchResult::group))
        .contains("ExchangeTest", "RestoreIT");
  }

  @ParameterizedTest
  @MethodSource("papers")
  void linksLeadSomewhere(Path paper) throws IOException {
    assertThat(found(LINK, paper).map(it -> paper.resolveSibling(it.group(1))))
        .allSatisfy(it -> assertThat(it).exists());
  }

  @ParameterizedTest
  @MethodSource("papers")
  void testsThatAreNamedExist(Path paper) throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      var tests =
          files.map(it -> it.getFileName().toString().replace(".java", "")).collect(toSet());

      assertThat(found(TEST, paper).map(MatchResult::group)).isSubsetOf(tests);
    }
  }

  private static Stream<MatchResult> found(Pattern pattern, Path paper) throws IOException {
    return pattern.matcher(Files.readString(paper)).results();
  }
}
