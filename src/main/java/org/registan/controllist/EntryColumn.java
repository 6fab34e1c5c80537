package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.registan.record.Cells;

/**
 * A column of the table of entries.
 *
 * @param parts names of the parts of each value
 */
record EntryColumn(String name, Kind kind, List<String> parts) {

  /** What a column of texts is called before its language. */
  static final String TEXTS = "text.";

  /** The one column in which a day may stand. */
  static final String DAY = "effectiveFrom";

  /** Where a spreadsheet makes a number of a code such as 1E001, and then shows it so. */
  private static final Pattern POWER = Pattern.compile("-?[0-9]([.,][0-9]+)?E[+-][0-9]+");

  private static final List<String> CODED = List.of("key", "parent", "code", "references");

  private static final int MOST_VALUES = 1_000;

  enum Kind {
    ONE,
    LANGUAGE,
    LIST,
    PARTS,
    PASSED_OVER
  }

  static EntryColumn one(String name) {
    return new EntryColumn(name, Kind.ONE, List.of());
  }

  static EntryColumn language(String lang) {
    return new EntryColumn(TEXTS + lang, Kind.LANGUAGE, List.of());
  }

  static EntryColumn list(String name) {
    return new EntryColumn(name, Kind.LIST, List.of());
  }

  static EntryColumn parts(String name, String... parts) {
    return new EntryColumn(name, Kind.PARTS, List.of(parts));
  }

  static EntryColumn passedOver(String name) {
    return new EntryColumn(name, Kind.PASSED_OVER, List.of());
  }

  String lang() {
    return name.substring(TEXTS.length());
  }

  /** How its cells are filled in. */
  String form() {
    return switch (kind) {
      case ONE, LANGUAGE -> "one value";
      case LIST -> "values, each on a line of its own";
      case PARTS -> "values %s, each on a line of its own".formatted(String.join("|", parts));
      case PASSED_OVER -> "passed over";
    };
  }

  /** What an entry says in this column; empty where it says nothing. */
  String cell(JsonNode entry) {
    var cell =
        switch (kind) {
          case ONE -> entry.path(name).asText();
          case LANGUAGE -> text(entry);
          case LIST -> Cells.list(entry.path(name));
          case PARTS -> Cells.parts(entry.path(name), parts);
          case PASSED_OVER -> "";
        };
    return cell == null ? "" : cell;
  }

  private String text(JsonNode entry) {
    return entry
        .path("texts")
        .valueStream()
        .filter(it -> it.path("lang").asText().equals(lang()))
        .findFirst()
        .map(it -> it.path("text").asText())
        .orElse("");
  }

  /** What a cell says. */
  JsonNode value(String cell) {
    return switch (kind) {
      case LIST -> Cells.list(cell);
      case PARTS -> Cells.parts(cell, parts);
      default -> TextNode.valueOf(cell);
    };
  }

  /** Why a cell cannot be read in this column, if so. */
  Optional<String> fault(TableCell cell, int longest) {
    if (cell.text().length() > longest) {
      return Optional.of("is longer than %,d characters".formatted(longest));
    }
    if (cell.is() == TableCell.Is.DAY && name.equals(DAY)) {
      return Optional.empty();
    }
    if (!cell.is().why().isEmpty()) {
      return Optional.of(cell.is().why());
    }
    return CODED.contains(name) && POWER.matcher(cell.text()).matches()
        ? Optional.of(TableCell.Is.POWER.why())
        : split(cell.text());
  }

  private Optional<String> split(String cell) {
    if (kind != Kind.LIST && kind != Kind.PARTS) {
      return Optional.empty();
    }
    if (lines(cell) > MOST_VALUES) {
      return Optional.of("has more than %,d values".formatted(MOST_VALUES));
    }
    var values = (ArrayNode) value(cell);
    if (values.isEmpty()) {
      return Optional.of("is an empty list; leave the cell empty");
    }
    for (int at = 0; at < values.size(); at++) {
      var value = values.get(at);
      if (value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty()) {
        return Optional.of("has nothing on its line %d".formatted(at + 1));
      }
      if (value.properties().stream().anyMatch(it -> !parts.contains(it.getKey()))) {
        return Optional.of(
            "has more parts on its line %d than %s".formatted(at + 1, String.join("|", parts)));
      }
    }
    return Optional.empty();
  }

  /** How many values a cell has, at most. */
  static long lines(String cell) {
    return 1 + cell.chars().filter(it -> it == '\n').count();
  }
}
