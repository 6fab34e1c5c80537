package org.registan.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The mistakes of {@code src/test/sabotage} cover what they must and name tests that exist. */
class PatchTest {

  private static final Path CHECKOUT = Path.of("").toAbsolutePath();
  private static final List<Patch> ALL = Patch.all(CHECKOUT);

  /** Before each invariant of SECURITY.md, and before what is beyond these. */
  private static final String PART = "\n(?=\\*\\*[0-9]+\\. |Beyond these)";

  private static final Pattern LIST = Pattern.compile("sabotage [0-9, to]+");
  private static final Pattern RANGE = Pattern.compile("([0-9]+)(?: to ([0-9]+))?");

  @Test
  void eachInvariantIsBrokenAtLeastTwice() {
    IntStream.rangeClosed(1, 10)
        .forEach(invariant ->
            assertThat(ALL).filteredOn(it -> it.invariant() == invariant).hasSizeGreaterThan(1));
  }

  @Test
  void eachNamesTestsThatExist() {
    assertThat(ALL)
        .allSatisfy(it ->
            assertThat(it.tests())
                .isNotEmpty()
                .allSatisfy(test -> TestNames.require(CHECKOUT, test)));
  }

  @Test
  void eachHasANumberOfItsOwn() {
    assertThat(ALL).extracting(Patch::number).doesNotHaveDuplicates();
  }

  @Test
  void eachIsListedUnderTheInvariantItBreaksOrBeyondThem() throws IOException {
    var parts = Files.readString(CHECKOUT.resolve("SECURITY.md")).split(PART, -1);
    assertThat(parts).hasSize(12);
    IntStream.rangeClosed(1, 10)
        .forEach(invariant ->
            assertThat(ALL)
                .filteredOn(it -> !isListed(it, parts[11]))
                .allSatisfy(it ->
                    assertThat(isListed(it, parts[invariant]))
                        .as("%s under %d", it.name(), invariant)
                        .isEqualTo(it.invariant() == invariant)));
  }

  private static boolean isListed(Patch patch, String part) {
    return LIST.matcher(part)
        .results()
        .flatMap(it -> RANGE.matcher(it.group()).results())
        .anyMatch(it -> {
          var from = Integer.parseInt(it.group(1));
          var to = it.group(2) == null ? from : Integer.parseInt(it.group(2));
          return from <= patch.number() && patch.number() <= to;
        });
  }

  @Test
  void eachFitsTheCodeAsItIs() {
    assertThat(ALL).allSatisfy(it -> assertThat(it.fits(CHECKOUT)).as(it.name()).isTrue());
  }
}
