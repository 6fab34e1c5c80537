package org.registan.oracle;

import static org.registan.oracle.Attributes.elements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A denial without what it held of natural persons. Of what the random drafts say, only an address
 * as written can stand in a free text as well: no maker, number or note shares a word with a name.
 */
final class Erased {

  /** What stands for the day of the erasing, which the platform chooses. */
  static final String DAY = "2000-01-01";

  private static final String MEMBER = "personsErased";

  /** How many versions there were before the last erasing. */
  private static final String SINCE = "since";

  private Erased() {}

  static boolean holdsPersons(Notice notice) {
    return persons(notice.draft()).anyMatch(each -> each.has("names"));
  }

  static boolean isOf(Notice notice) {
    return notice.life().has(MEMBER);
  }

  /** After the erasing: what every version since the one before said of persons counts. */
  static Notice from(List<Notice> all) {
    Notice last = all.getLast();
    List<Notice> versions = all.subList(last.life().path(MEMBER).path(SINCE).asInt(), all.size());
    Set<String> addresses =
        versions.stream()
            .flatMap(each -> persons(each.draft()))
            .flatMap(each -> elements(each.path("address").path("raw")))
            .map(each -> each.path("text").asText())
            .collect(Collectors.toSet());
    ObjectNode draft = last.draft().deepCopy();
    Stream.concat(persons(draft), exporterThatIsOneOf(versions, draft))
        .filter(each -> !each.has("erased"))
        .toList()
        .forEach(each ->
            ((ObjectNode) each).retain(List.of("roles", "kind", "country")).put("erased", DAY));
    texts(draft)
        .filter(each -> addresses.contains(each.path("text").asText()))
        .forEach(each -> ((ObjectNode) each).put("text", "[erased]"));
    return last.amended(draft).said(MEMBER, Json.empty().put(SINCE, all.size()));
  }

  /** The exporter of whom it does not say what it is, called as a person is and no firm is. */
  private static Stream<JsonNode> exporterThatIsOneOf(List<Notice> versions, JsonNode draft) {
    Set<String> called = called(versions.stream().flatMap(each -> persons(each.draft())));
    called.removeAll(called(everybody(draft).filter(each -> each.has("kind") && !isPerson(each))));
    return Stream.of(draft.path("exporter"))
        .filter(each -> each.isObject() && !each.has("kind"))
        .filter(each -> !Collections.disjoint(called(Stream.of(each)), called));
  }

  private static Set<String> called(Stream<JsonNode> some) {
    return some.flatMap(each ->
            Stream.concat(
                elements(each.path("names")).map(it -> it.path("text").asText()),
                elements(each.path("identifiers")).map(it -> it.path("value").asText())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<JsonNode> persons(JsonNode draft) {
    return everybody(draft).filter(Erased::isPerson);
  }

  private static boolean isPerson(JsonNode each) {
    return each.path("kind").asText().equals("PERSON");
  }

  private static Stream<JsonNode> everybody(JsonNode draft) {
    return Stream.concat(elements(draft.path("parties")), Stream.of(draft.path("exporter")));
  }

  private static Stream<JsonNode> texts(JsonNode draft) {
    return Stream.of(
            elements(draft.path("items")).flatMap(each -> elements(each.path("description"))),
            elements(draft.path("statedEndUse")),
            elements(draft.path("reasonNarrative").path("texts")))
        .flatMap(each -> each);
  }

  /** A content with the days that a view of the same denial shows. */
  static ObjectNode withDays(ObjectNode content, JsonNode view) {
    ObjectNode dated = content.deepCopy();
    for (int i = 0; i < dated.path("parties").size(); i++) {
      if (dated.path("parties").path(i) instanceof ObjectNode party && party.has("erased")) {
        party.set("erased", view.path("parties").path(i).path("erased"));
      }
    }
    if (dated.path("exporter") instanceof ObjectNode exporter && exporter.has("erased")) {
      exporter.set("erased", view.path("exporter").path("erased"));
    }
    return dated;
  }

  /** A view with that in the place of each day. */
  static void unify(ObjectNode view) {
    everybody(view)
        .filter(each -> each.path("erased").asText().matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}"))
        .forEach(each -> ((ObjectNode) each).put("erased", DAY));
  }
}
