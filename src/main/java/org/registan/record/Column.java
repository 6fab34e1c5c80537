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
