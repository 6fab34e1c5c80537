package org.registan.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A person is recognised in a text however it is written, and nobody else. */
class TracesTest {

  private final Traces traces =
      new Traces(
          List.of("Rustam Karimov", "Ли Бо", "Kim Un"), List.of("AB-123 456", "7 Bazaar Road"));

  @Test
  void aShortWordOfANameIsNotTheWholeName() {
    var traces = new Traces(List.of("Nur Tajbakhsh", "Kim"), List.of("12 34"));

    assertThat(traces.isOne("NUR")).isFalse();
    assertThat(traces.isOne("Kim")).isTrue();
    assertThat(traces.isOne("nur tajbakhsh")).isTrue();
    assertThat(traces.isOne("12-34")).isTrue();
    assertThat(traces.in("Nur Tajbakhsh of Kabul").isOne("Nur Tajbakhsh")).isTrue();
    assertThat(traces.in("Nur Tajbakhsh of Kabul").isOne("Kim")).isFalse();
    assertThat(Traces.NONE.and(traces).isOne("NUR")).isFalse();
    assertThat(Traces.NONE.and(traces).isOne("KIM")).isTrue();
  }

  @Test
  void aWordOfANameInAnyScriptAndCaseIsTheirs() {
    assertThat(traces.isIn("his brother, KARIMOV, said")).isTrue();
    assertThat(traces.isIn("сообщено Каримову")).isTrue();
    assertThat(traces.isIn("by Rustam's firm")).isTrue();
  }

  @Test
  void aShortWordCountsByItselfOrInTheWholeName() {
    assertThat(traces.isIn("by Kim")).isTrue();
    assertThat(traces.isIn("Kimberlite mill")).isFalse();
    assertThat(traces.isIn("Li Bo signed")).isTrue();
    assertThat(traces.isIn("Li-ion cells")).isFalse();
  }

  @Test
  void aNumberCountsWithoutItsSeparatorsAndAnAddressAsAWhole() {
    assertThat(traces.isIn("passport ab123456")).isTrue();
    assertThat(traces.isIn("lives at 7, Bazaar road")).isTrue();
    assertThat(traces.isIn("sold at the bazaar")).isFalse();
  }

  @Test
  void withoutPersonsNothingIsTheirs() {
    assertThat(new Traces(List.of("", "—"), List.of("-")).isIn("anything, at all")).isFalse();
  }
}
