package org.registan.implementation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One generation of the 1540 Committee's matrix, which is data: sections, rows, columns and the
 * values that a field may hold. A blank field has none.
 *
 * @param columns what each column is headed, by its key
 * @param values what each value means
 * @param provenances where sections and rows come from, by the name they give
 */
record Template(
    String generation,
    String title,
    Map<String, Provenance> provenances,
    Map<String, String> columns,
    Map<String, String> values,
    List<Section> sections) {

  /**
   * Where something comes from.
   *
   * @param confirmed whether it was seen; else it is to be confirmed
   */
  record Provenance(boolean confirmed, String text) {}

  /** A part of the matrix that one agency of a state fills. */
  record Section(
      String key,
      List<String> paragraphs,
      String title,
      String provenance,
      List<String> columns,
      List<Row> rows) {}

  /** A row, by a key that stays the same whatever is printed before its label. */
  record Row(String key, String number, String label, String provenance) {}

  /** A row and the section it stands in. */
  record Placed(Section section, Row row) {}

  Optional<Section> section(String key) {
    return sections.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  Optional<Placed> row(String key) {
    return placed().filter(it -> it.row().key().equals(key)).findFirst();
  }

  Stream<Placed> placed() {
    return sections.stream()
        .flatMap(section -> section.rows().stream().map(row -> new Placed(section, row)));
  }

  long toBeConfirmed() {
    return placed().filter(it -> !isConfirmed(it.row().provenance())).count();
  }

  boolean isConfirmed(String provenance) {
    return provenance(provenance).confirmed();
  }

  Provenance provenance(String name) {
    return Optional.ofNullable(provenances.get(name))
        .orElseThrow(() -> new IllegalStateException("no provenance " + name));
  }

  /** What keeps this data from being a template. */
  List<String> faults() {
    var faults = new ArrayList<String>();
    var keys = new HashSet<String>();
    for (var section : sections) {
      unique(keys, section.key(), faults);
      known(provenances, section.provenance(), section.key(), faults);
      section.columns().forEach(it -> known(columns, it, section.key(), faults));
      if (section.columns().isEmpty() || section.rows().isEmpty()) {
        faults.add(section.key() + " has no column or no row");
      }
    }
    placed()
        .forEach(it -> {
          unique(keys, it.row().key(), faults);
          known(provenances, it.row().provenance(), it.row().key(), faults);
          if (!it.row().key().startsWith(it.section().key() + ".")) {
            faults.add(it.row().key() + " does not say its section");
          }
        });
    return faults;
  }

  private static void unique(HashSet<String> keys, String key, List<String> faults) {
    if (!keys.add(key)) {
      faults.add(key + " is there twice");
    }
  }

  private static void known(Map<String, ?> all, String name, String at, List<String> faults) {
    if (!all.containsKey(name)) {
      faults.add("%s names %s, which is not there".formatted(at, name));
    }
  }
}
