package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The oracle reads the hand-written cases as their author does. */
class OracleCasesTest {

  @TestFactory
  Stream<DynamicTest> cases() {
    return Cases.against(new Oracle());
  }

  @Test
  void everySentenceHasACaseAndEveryCaseASentence() {
    Cases cases = Cases.read();
    assertThat(cases.all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(cases.all()).extracting(each -> each.name).doesNotHaveDuplicates();
    assertThat(cases.all()).allSatisfy(each -> assertThat(each.expected).isNotEmpty());
    assertThat(cases.all()).allSatisfy(each -> assertThat(each.sentences).isNotEmpty());
    assertThat(cases.all().stream().flatMap(each -> each.sentences.stream()))
        .isSubsetOf(cases.sentences().keySet())
        .containsAll(cases.sentences().keySet());
  }
}
