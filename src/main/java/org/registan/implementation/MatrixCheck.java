package org.registan.implementation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.registan.codes.CodeLists;
import org.registan.web.Fault;

/** What does not hold together in a matrix that fits the contract. */
@Singleton
class MatrixCheck {

  private static final String MARKINGS = "national-markings";

  private final Templates templates;
  private final CodeLists codes;
  private final String ceiling;

  MatrixCheck(
      Templates templates,
      CodeLists codes,
      @ConfigProperty(name = "registan.marking-ceiling") String ceiling) {
    this.templates = templates;
    this.codes = codes;
    this.ceiling = ceiling;
  }

  /** Every fault of a content; today is where the owner is. */
  List<Fault> faults(MatrixContent matrix, LocalDate today) {
    var faults = new ArrayList<Fault>();
    if (matrix.preparedOn().isAfter(today)) {
      faults.add(Fault.at("/preparedOn", "is in the future"));
    }
    label(matrix, today, faults);
    templates
        .find(matrix.template())
        .ifPresentOrElse(
            template -> fields(template, matrix.fieldsOrNone(), faults),
            () ->
                faults.add(Fault.at("/template", "is not a generation of GET /v1/1540/templates")));
    return faults;
  }

  private void label(MatrixContent matrix, LocalDate today, List<Fault> faults) {
    var label = matrix.label();
    var named = matrix.releasableTo();
    if (label.tlp().equals("RED") && (named == null || named.isEmpty())) {
      faults.add(Fault.at("/releasableTo", "must name someone, as the label is RED"));
    }
    var marking = label.nationalMarking();
    if (marking != null) {
      codes
          .refusal(MARKINGS, marking, today)
          .ifPresentOrElse(
              it -> faults.add(Fault.at("/label/nationalMarking", it)),
              () -> {
                if (codes.isAfter(MARKINGS, marking, ceiling)) {
                  faults.add(
                      Fault.at("/label/nationalMarking", "is above what this platform may hold"));
                }
              });
    }
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
      faults.add(Fault.at(at + "/column", "is not a column of this section"));
    }
    if (field.value() != null && !template.values().containsKey(field.value())) {
      faults.add(Fault.at(at + "/value", "is not a value of the template"));
    }
    return faults;
  }
}
