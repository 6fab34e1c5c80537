package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The declared attributes of a denial, each with its values. */
final class Attributes {

  static final List<String> NAMES =
      List.of("denialKind", "controlBasis", "destination", "partyCountry", "reason", "label");

  private Attributes() {}

  static List<String> values(JsonNode draft, String attribute) {
    return switch (attribute) {
      case "denialKind", "controlBasis", "destination" -> texts(Stream.of(draft.path(attribute)));
      case "partyCountry" ->
          texts(elements(draft.path("parties")).map(party -> party.path("country")));
      case "reason" -> texts(elements(draft.path("reasonCodes")));
      case "label" -> texts(Stream.of(draft.path("label").path("tlp")));
      default -> throw new IllegalArgumentException("no such attribute: " + attribute);
    };
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static List<String> texts(Stream<JsonNode> nodes) {
    return nodes.filter(JsonNode::isTextual).map(JsonNode::asText).toList();
  }
}
