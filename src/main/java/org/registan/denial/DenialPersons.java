package org.registan.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.registan.record.Personal;

/**
 * What a denial holds of natural persons: names, numbers and address of every party of that kind.
 * Role and country stay, and so does what concerns firms.
 */
enum DenialPersons implements Personal {
  INSTANCE;

  private static final List<String> FIELDS = List.of("names", "identifiers", "address");

  /** Free texts by their place; a star is each member of a list. */
  private static final List<String> TEXTS =
      List.of(
          "items/*/description/*/text",
          "statedEndUse/*/text",
          "reasonNarrative/texts/*/text",
          "legalBasis/*",
          "caveats/*",
          "contract",
          "notes",
          "renewal/text",
          "suspension/text",
          "finalAssessment/text",
          "revocation/text",
          "withdrawal/reason");

  @Override
  public List<String> at(JsonNode document) {
    var pointers = new ArrayList<String>();
    var parties = document.path("parties");
    for (int i = 0; i < parties.size(); i++) {
      for (var field : FIELDS) {
        if (isPerson(parties.path(i)) && parties.path(i).has(field)) {
          pointers.add("/parties/%d/%s".formatted(i, field));
        }
      }
    }
    return pointers;
  }

  private static boolean isPerson(JsonNode party) {
    return party.path("kind").asText().equals("PERSON");
  }

  @Override
  public void erase(ObjectNode document, LocalDate on) {
    for (var party : document.path("parties")) {
      if (isPerson(party) && !party.has("erased")) {
        ((ObjectNode) party).remove(FIELDS);
        ((ObjectNode) party).put("erased", on.toString());
      }
    }
  }

  @Override
  public List<String> names(JsonNode apart) {
    return apart.findValuesAsText("type").isEmpty() ? List.of() : apart.findValuesAsText("text");
  }

  @Override
  public List<String> numbers(JsonNode apart) {
    var numbers = new ArrayList<>(apart.findValuesAsText("value"));
    numbers.addAll(apart.findValuesAsText("street"));
    numbers.addAll(apart.path("raw").findValuesAsText("text"));
    return numbers;
  }

  @Override
  public List<String> texts(JsonNode document) {
    var found = new ArrayList<String>();
    TEXTS.forEach(it -> find(document, "", List.of(it.split("/", -1)), found));
    return found;
  }

  private static void find(JsonNode node, String at, List<String> path, List<String> found) {
    if (path.isEmpty()) {
      if (node.isTextual()) {
        found.add(at);
      }
    } else if (path.getFirst().equals("*")) {
      for (int i = 0; i < node.size(); i++) {
        find(node.path(i), at + "/" + i, path.subList(1, path.size()), found);
      }
    } else {
      var name = path.getFirst();
      find(node.path(name), at + "/" + name, path.subList(1, path.size()), found);
    }
  }
}
