package org.registan.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The mistakes of {@code src/test/sabotage} cover what they must and name tests that exist. */
class PatchTest {

  private static final Path CHECKOUT = Path.of("").toAbsolutePath();
  private static final List<Patch> ALL = Patch.all(CHECKOUT);

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
    assertThat(ALL).extracting(it -> it.name().substring(0, 3)).doesNotHaveDuplicates();
  }

  @Test
  void eachFitsTheCodeAsItIs() {
    assertThat(ALL).allSatisfy(it -> assertThat(it.fits(CHECKOUT)).as(it.name()).isTrue());
  }
}
