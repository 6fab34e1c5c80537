package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a layout.
 *
 * @param list the list that has rows of its own, or nothing for the whole record
 * @param at names from there down
 * @param parts names of the parts of each value
 */
record Column(String name, String list, List<String> at, Kind kind, List<String> parts) {

  enum Kind {
    TEXT,
    FLAG,
    LIST,
    PARTS,
    NUMBER
  }

  /** How its cells are filled in. */
  String form() {
    return switch (kind) {
      case TEXT -> "one value";
      case FLAG -> "true or false";
      case NUMBER -> "a number from 1; 0 for an empty list";
      case LIST -> "values, each on a line of its own";
      case PARTS -> "values %s, each on a line of its own".formatted(String.join("|", parts));
    };
  }

  String root() {
    return at.isEmpty() ? list : list.isEmpty() ? at.getFirst() : list;
  }

  @Nullable String cell(JsonNode view) {
    JsonNode value = view;
    for (var name : at) {
      value = value.path(name);
    }
    return switch (kind) {
      case LIST -> Cells.list(value);
      case PARTS -> Cells.parts(value, parts);
      default ->
          value.isMissingNode()
              ? null
              : value.isContainerNode() ? value.toString() : value.asText();
    };
  }

  JsonNode value(String cell) {
    return switch (kind) {
      case LIST -> Cells.list(cell);
      case PARTS -> Cells.parts(cell, parts);
      case FLAG -> Cells.flag(cell);
      default -> TextNode.valueOf(cell);
    };
  }

  /** Puts a cell's value where the column says. */
  void put(ObjectNode node, String cell) {
    var inner = node;
    for (var name : at.subList(0, at.size() - 1)) {
      inner = inner.withObjectProperty(name);
    }
    inner.set(at.getLast(), value(cell));
  }
}
