package org.registan.implementation;

import java.util.List;
import org.registan.web.Problem;

/**
 * What a reader sees of the inside of a draft matrix.
 *
 * @param whole whether it is of the record's agency or the national authority, who see all
 * @param sections those it sees, in the order of the template
 */
record MatrixScope(boolean whole, List<MatrixSection> sections) {

  /** A section that the reader sees; any other answers as none. */
  MatrixSection require(String key) {
    return sections.stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** A row of a section that the reader sees; any other answers as none. */
  Template.Placed requireRow(Template template, String key) {
    var placed = template.row(key).orElseThrow(Problem::notFound);
    require(placed.section().key());
    return placed;
  }
}
