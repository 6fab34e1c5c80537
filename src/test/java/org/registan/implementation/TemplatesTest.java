package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shipped templates hold together, and say of each row where it comes from. */
class TemplatesTest {

  private final Templates templates = new Templates();

  @Test
  void theGenerationOf2017HasItsSectionsAndRows() {
    var template = templates.of("2017");

    assertThat(template.sections())
        .extracting(Template.Section::key)
        .containsExactly("OP1", "OP2", "OP3ab-NW", "OP3ab-CW", "OP3ab-BW", "OP3cd", "OP678");
    assertThat(template.placed()).hasSize(131);
    assertThat(template.row("OP3cd.13").orElseThrow().row().label()).isEqualTo("Control lists");
  }

  @Test
  void onlyTheRowsThatWereSeenAreConfirmed() {
    var template = templates.of("2017");

    assertThat(template.toBeConfirmed()).isEqualTo(122);
    assertThat(template.placed().filter(it -> template.isConfirmed(it.row().provenance())))
        .allMatch(it -> it.section().key().equals("OP1"))
        .hasSize(9);
  }

  @Test
  void aRowThereTwiceOrAColumnThatIsNotKnownIsRefused() {
    var row = new Template.Row("A.1", "1", "One", "memory");
    var section =
        new Template.Section("A", List.of("1"), "A", "memory", List.of("other"), List.of(row, row));
    var broken =
        new Template(
            "1",
            "T",
            Map.of("memory", new Template.Provenance(false, "From memory")),
            Map.of("information", "Information"),
            Map.of("X", "Measures"),
            List.of(section));

    assertThatThrownBy(() -> Templates.checked(broken))
        .hasMessageContaining("A.1 is there twice")
        .hasMessageContaining("A names other");
  }

  @Test
  void theViewSaysOfEachRowWhetherItIsConfirmed() {
    var view = TemplateView.of(templates.of("2017"));

    assertThat(view.at("/sections/0/rows/0/confirmed").asBoolean()).isTrue();
    assertThat(view.at("/sections/1/rows/0/confirmed").asBoolean()).isFalse();
    assertThat(view.at("/sections/1/rows/0/provenance").asText()).contains("to be confirmed");
    assertThat(view.toString().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("score")
        .doesNotContain("percent");
  }
}
