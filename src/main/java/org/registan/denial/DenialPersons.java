package org.registan.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.registan.record.Personal;

/**
 * What a denial holds of natural persons: names, numbers and address of every party of that kind
 * and of an exporter of that kind. Role and country stay, and so does what concerns firms.
 */
enum DenialPersons implements Personal {
  INSTANCE;

  private static final List<String> FIELDS = List.of("names", "identifiers", "address");

  /** Free texts by their place; a star is each member of a list. */
  private static final List<String> TEXTS =
      List.of(
          "items/*/description/*/text",
          "items/*/manufacturer",
          "items/*/technicalParameters/*/name",
          "items/*/technicalParameters/*/value",
          "statedEndUse/*/text",
          "reasonNarrative/texts/*/text",
          "legalBasis/*",
          "caveats/*",
          "regimeReferences/*/reference",
          "nationalReference",
          "contract",
          "notes",
          "renewal/text",
          "suspension/text",
          "finalAssessment/text",
          "revocation/text",
          "withdrawal/reason");

  @Override
  public List<String> at(JsonNode document, Predicate<String> known) {
    var pointers = new ArrayList<String>();
    persons(document, known)
        .forEach((at, person) ->
            FIELDS.stream().filter(person::has).forEach(it -> pointers.add(at + "/" + it)));
    return pointers;
  }

  /** Every party that is a natural person, and the exporter if it is one, by its place. */
  private Map<String, ObjectNode> persons(JsonNode document, Predicate<String> known) {
    var persons = subjects(document);
    persons.values().removeIf(it -> !isPerson(it) && called(it).stream().noneMatch(known));
    return persons;
  }

  private static boolean isPerson(JsonNode subject) {
    return subject.path("kind").asText().equals("PERSON");
  }

  /** Every party and the exporter, by its place. */
  private static Map<String, ObjectNode> subjects(JsonNode document) {
    var subjects = new LinkedHashMap<String, ObjectNode>();
    for (int i = 0; i < document.path("parties").size(); i++) {
      if (document.path("parties").path(i) instanceof ObjectNode party) {
        subjects.put("/parties/" + i, party);
      }
    }
    if (document.path("exporter") instanceof ObjectNode exporter) {
      subjects.put("/exporter", exporter);
    }
    return subjects;
  }

  /** By what someone is told from others; several may live at one address. */
  private List<String> called(JsonNode subject) {
    var called = new ArrayList<>(names(subject.path("names")));
    called.addAll(numbers(subject.path("identifiers")));
    return called;
  }

  @Override
  public List<String> others(JsonNode document) {
    return subjects(document).values().stream()
        .filter(it -> it.has("kind") && !isPerson(it))
        .flatMap(it -> called(it).stream())
        .toList();
  }

  @Override
  public void erase(ObjectNode document, LocalDate on, Predicate<String> known) {
    for (var person : persons(document, known).values()) {
      if (!person.has("erased")) {
        person.remove(FIELDS);
        person.put("erased", on.toString());
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
