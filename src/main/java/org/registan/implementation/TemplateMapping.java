package org.registan.implementation;

import java.util.List;
import java.util.Optional;

/**
 * Where the rows of one generation stand in another, as proposed: what is not the same row under
 * the same label needs a person.
 */
final class TemplateMapping {

  private TemplateMapping() {}

  /** Why a row is taken for the other. */
  enum Basis {
    /** The same key and label. */
    SAME,
    /** The same label elsewhere. */
    MOVED,
    /** The same key under another label: nothing is carried over. */
    RELABELLED,
    /** No such row: nothing is carried over. */
    GONE
  }

  /** A row and what is proposed for it. */
  record Proposed(Basis basis, Optional<Template.Placed> to) {}

  static Proposed of(Template older, Template newer, String row) {
    var label = older.row(row).map(it -> it.row().label()).orElse("");
    var sameKey = newer.row(row);
    if (sameKey.filter(it -> it.row().label().equals(label)).isPresent()) {
      return new Proposed(Basis.SAME, sameKey);
    }
    var moved = labelled(newer, label);
    if (moved.size() == 1 && labelled(older, label).size() == 1) {
      return new Proposed(Basis.MOVED, Optional.of(moved.getFirst()));
    }
    return new Proposed(sameKey.isPresent() ? Basis.RELABELLED : Basis.GONE, Optional.empty());
  }

  private static List<Template.Placed> labelled(Template template, String label) {
    return template.placed().filter(it -> it.row().label().equals(label)).toList();
  }
}
