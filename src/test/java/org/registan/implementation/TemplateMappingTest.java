package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of one generation are proposed for those of another, and doubt is left to a person. */
class TemplateMappingTest {

  private static final Template OLDER = template("first", "second", "third", "other", "other");

  @Test
  void theSameRowUnderTheSameLabelIsTheSame() {
    var same = TemplateMapping.of(OLDER, template("first", "new"), "A.1");

    assertThat(same.basis()).isEqualTo(TemplateMapping.Basis.SAME);
    assertThat(key(same)).contains("A.1");
  }

  @Test
  void aLabelThatStandsElsewhereOnceIsProposedThere() {
    var moved = TemplateMapping.of(OLDER, template("first", "new", "second"), "A.2");

    assertThat(moved.basis()).isEqualTo(TemplateMapping.Basis.MOVED);
    assertThat(key(moved)).contains("A.3");
  }

  @Test
  void aKeyUnderAnotherLabelIsNotTakenForTheRow() {
    var relabelled = TemplateMapping.of(OLDER, template("first", "new"), "A.2");

    assertThat(relabelled.basis()).isEqualTo(TemplateMapping.Basis.RELABELLED);
    assertThat(key(relabelled)).isEmpty();
  }

  @Test
  void aLabelThatStoodTwiceIsNotGuessed() {
    var twice = TemplateMapping.of(OLDER, template("other"), "A.5");

    assertThat(twice.basis()).isEqualTo(TemplateMapping.Basis.GONE);
  }

  private static Optional<String> key(TemplateMapping.Proposed proposed) {
    return proposed.to().map(it -> it.row().key());
  }

  private static Template template(String... labels) {
    var rows =
        IntStream.range(0, labels.length)
            .mapToObj(i -> new Template.Row("A." + (i + 1), "" + (i + 1), labels[i], "memory"))
            .toList();
    var section =
        new Template.Section("A", List.of("1"), "A", "memory", List.of("information"), rows);
    return Templates.checked(
        new Template(
            "1",
            "T",
            Map.of("memory", new Template.Provenance(false, "From memory")),
            Map.of("information", "Information"),
            Map.of("X", "Measures"),
            List.of(section)));
  }
}
