package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.registan.kernel.Json;

/** How an edition is named beside what is taken from it. */
final class EditionNames {

  private EditionNames() {}

  /** Of an edition as its reader sees it, its id included. */
  static ObjectNode of(JsonNode view) {
    var name = Json.object();
    List.of("id", "reference", "edition", "effectiveFrom").stream()
        .filter(view::has)
        .forEach(it -> name.set(it, view.path(it)));
    return name;
  }
}
