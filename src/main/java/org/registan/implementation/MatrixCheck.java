package org.registan.implementation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.registan.record.Labels;
import org.registan.web.Fault;

/** What does not hold together in a matrix that fits the contract. */
@Singleton
class MatrixCheck {

  private final Templates templates;
  private final Labels labels;

  MatrixCheck(Templates templates, Labels labels) {
    this.templates = templates;
    this.labels = labels;
  }

  /** Every fault of a content; today is where the owner is. */
  List<Fault> faults(MatrixContent matrix, LocalDate today) {
    var faults = new ArrayList<>(labels.faults(matrix.label(), matrix.releasableTo(), today));
    if (matrix.preparedOn().isAfter(today)) {
      faults.add(Fault.at("/preparedOn", "is in the future"));
    }
    templates
        .find(matrix.template())
        .ifPresentOrElse(
            template -> fields(template, matrix.fieldsOrNone(), faults),
            () ->
                faults.add(Fault.at("/template", "is not a generation of GET /v1/1540/templates")));
    return faults;
  }

  /** The row is one of the template's, the column one of its section's, each field there once. */
  private static void fields(
      Template template, List<MatrixContent.Field> fields, List<Fault> faults) {
    for (int i = 0; i < fields.size(); i++) {
      var at = "/fields/" + i;
      var field = fields.get(i);
      template
          .row(field.row())
          .ifPresentOrElse(
              it -> faults.addAll(faults(template, it.section(), field, at)),
              () -> faults.add(Fault.at(at + "/row", "is not a row of the template")));
    }
  }

  /** What does not hold together in a field of a section. */
  static List<Fault> faults(
      Template template, Template.Section section, MatrixContent.Field field, String at) {
    var faults = new ArrayList<Fault>();
    if (!section.columns().contains(field.column())) {
      faults.add(Fault.at(at + "/column", "is none of this section: " + some(section.columns())));
    }
    if (field.value() != null && !template.values().containsKey(field.value())) {
      faults.add(
          Fault.at(at + "/value", "is none of the template: " + some(template.values().keySet())));
    }
    return faults;
  }

  private static String some(Collection<String> names) {
    return String.join(", ", names);
  }
}
