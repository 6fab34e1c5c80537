package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The shipped rows beside an official blank, once someone has one: {@code ./mvnw test
 * -Dtest=OfficialBlankTest -Dblank=FILE -Dgeneration=2017}.
 */
class OfficialBlankTest {

  private final Templates templates = new Templates();

  @TestFactory
  Stream<DynamicTest> theShippedRowsAreThoseOfTheOfficialBlank() {
    return Stream.ofNullable(System.getProperty("blank"))
        .map(file -> DynamicTest.dynamicTest(file, () -> assertIsTheTemplate(Path.of(file))));
  }

  private void assertIsTheTemplate(Path file) throws IOException {
    var template = templates.of(System.getProperty("generation", "2017"));
    try (var csv = Files.newBufferedReader(file)) {
      assertThat(Blank.read(csv).differences(template)).isEmpty();
    }
  }

  @Test
  void aRowThatReadsOtherwiseOrIsMissingIsTold() throws IOException {
    var csv =
        """
        section,number,label
        OP1,1,nuclear non-proliferation treaty (NPT)
        OP1,2,Another label
        OP1,99,A row that we do not have
        """;

    var differences = Blank.read(new StringReader(csv)).differences(templates.of("2017"));

    assertThat(differences)
        .anyMatch(it -> it.startsWith("OP1 2: blank \"Another label\""))
        .anyMatch(it -> it.startsWith("OP1 99: blank"))
        .anyMatch(it -> it.startsWith("OP1 3: not in the blank"))
        .noneMatch(it -> it.startsWith("OP1 1:"));
  }
}
