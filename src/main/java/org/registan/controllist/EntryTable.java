package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entries of an edition as a table: a row for each, in the order of the document. Which edition
 * it is, and how it is to be handled, stands on every row.
 *
 * @param languages those that have a column
 * @param label how the edition is to be handled
 * @param edition its reference
 */
record EntryTable(SortedSet<String> languages, String label, String edition) {

  private static final List<EntryColumn> BEFORE =
      List.of(
          EntryColumn.one("key"),
          EntryColumn.one("parent"),
          EntryColumn.one("type"),
          EntryColumn.one("code"),
          EntryColumn.one("number"),
          EntryColumn.one("term"),
          EntryColumn.one("scope"),
          EntryColumn.list("categories"));

  private static final List<EntryColumn> AFTER =
      List.of(
          EntryColumn.parts("parameters", "name", "operator", "value", "unit"),
          EntryColumn.list("origins"),
          EntryColumn.parts("hsCodes", "code", "nomenclature"),
          EntryColumn.list("casNumbers"),
          EntryColumn.list("references"),
          EntryColumn.parts("attributes", "name", "value"),
          EntryColumn.one(EntryColumn.DAY));

  private static final List<EntryColumn> MARKS =
      List.of(EntryColumn.passedOver("label"), EntryColumn.passedOver("edition"));

  /** Those that a file must have. */
  static final List<String> NEEDED = List.of("key", "type");

  private static final Pattern LANGUAGE =
      Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

  /** The columns of texts, each in its own language, are not among them. */
  static Stream<EntryColumn> columns() {
    return Stream.of(BEFORE, AFTER, MARKS).flatMap(List::stream);
  }

  /** The column of a name, if the layout has it. */
  static Optional<EntryColumn> column(String name) {
    if (name.startsWith(EntryColumn.TEXTS)) {
      return Optional.of(name.substring(EntryColumn.TEXTS.length()))
          .filter(it -> LANGUAGE.matcher(it).matches())
          .map(EntryColumn::language);
    }
    return columns().filter(it -> it.name().equals(name)).findFirst();
  }

  List<String> heading() {
    return Stream.concat(said().map(EntryColumn::name), MARKS.stream().map(EntryColumn::name))
        .toList();
  }

  /** A row, with as many cells as the heading; the empty ones are empty. */
  List<String> cells(JsonNode entry) {
    var cells = new ArrayList<>(said().map(it -> it.cell(entry)).toList());
    cells.add(label);
    cells.add(edition);
    return cells;
  }

  private Stream<EntryColumn> said() {
    var texts = languages.stream().map(EntryColumn::language);
    return Stream.of(BEFORE.stream(), texts, AFTER.stream()).flatMap(it -> it);
  }
}
