package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.registan.kernel.Json;

/** Steps of an amendment at random, and by a simple doing of its own what comes of them. */
final class Steps {
  private static final Set<String> ITEMS = Set.of("ENTRY", "SUB_ITEM");

  private final Random chance;
  private final ArrayNode entries;
  private final ArrayNode operations = Json.MAPPER.createArrayNode();

  private Steps(Random chance, ArrayNode base) {
    this.chance = chance;
    this.entries = base.deepCopy();
  }

  static Steps on(ArrayNode base, Random chance) {
    var steps = new Steps(chance, base);
    steps.add();
    for (int i = chance.nextInt(4); i > 0; i--) {
      steps.step();
    }
    return steps;
  }

  String request() {
    return Json.object().<ObjectNode>set("operations", operations).toString();
  }

  /** What is there when all of them are done. */
  ArrayNode entries() {
    return entries;
  }

  private void step() {
    switch (chance.nextInt(5)) {
      case 0 -> add();
      case 1 -> amend("AMEND_TEXT", "texts", Entries.texts(chance));
      case 2 -> amend("AMEND_PARAMETER", "parameters", Entries.parameters(chance));
      case 3 -> delete();
      default -> deleteNote();
    }
  }

  /** At the end of the list, with a code that nothing has. */
  private void add() {
    var keys = new HashSet<String>();
    entries.forEach(it -> keys.add(it.path("key").asText()));
    var code = "";
    do {
      code = "9E%03d".formatted(100 + chance.nextInt(900));
    } while (keys.contains(code));
    var entry = Entries.entry(chance, code, "ENTRY", code);
    operation("ADD").set("entry", entry.deepCopy());
    entries.add(entry);
  }

  private void amend(String operation, String member, JsonNode value) {
    if (one(ITEMS) instanceof ObjectNode entry) {
      operation(operation).put("key", entry.path("key").asText()).set(member, value);
      entry.set(member, value);
    }
  }

  /** The code stays, as one that is not used. */
  private void delete() {
    if (one(ITEMS) instanceof ObjectNode entry) {
      operation("DELETE").put("key", entry.path("key").asText());
      entry.retain("key", "parent", "code");
      entry.put("type", "NOT_USED");
    }
  }

  private void deleteNote() {
    if (one(Set.of("NOTE")) instanceof ObjectNode note) {
      operation("DELETE_NOTE").put("key", note.path("key").asText());
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).equals(note)) {
          entries.remove(i);
          return;
        }
      }
    }
  }

  private ObjectNode operation(String name) {
    return operations.addObject().put("op", name);
  }

  private JsonNode one(Set<String> types) {
    List<ObjectNode> leaves = Entries.leaves(entries, types);
    return leaves.isEmpty() ? Json.MAPPER.missingNode() : leaves.get(chance.nextInt(leaves.size()));
  }
}
