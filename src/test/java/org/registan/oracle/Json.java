package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary JSON, put together from arbitrary members. */
final class Json {

  private Json() {}

  /** An object of all the members that the parts bring; a part may bring several or none. */
  @SafeVarargs
  static Arbitrary<ObjectNode> object(Arbitrary<ObjectNode>... parts) {
    List<Arbitrary<ObjectNode>> all = new ArrayList<>();
    for (Arbitrary<ObjectNode> part : parts) {
      all.add(part);
    }
    return Combinators.combine(all)
        .as(members -> {
          ObjectNode object = empty();
          members.forEach(object::setAll);
          return object;
        });
  }

  static Arbitrary<ObjectNode> must(String name, Arbitrary<? extends JsonNode> value) {
    return value.map(node -> empty().set(name, node));
  }

  static Arbitrary<ObjectNode> may(
      double probability, String name, Arbitrary<? extends JsonNode> value) {
    return value
        .optional(probability)
        .map(node ->
            node.<ObjectNode>map(present -> empty().set(name, present)).orElseGet(Json::empty));
  }

  /** What the platform answered. */
  static JsonNode parse(String text) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  static Arbitrary<JsonNode> text(String... values) {
    return text(List.of(values));
  }

  static Arbitrary<JsonNode> text(Collection<String> values) {
    return text(Arbitraries.of(values));
  }

  static Arbitrary<JsonNode> text(Arbitrary<String> value) {
    return value.map(JsonNodeFactory.instance::textNode);
  }

  static Arbitrary<JsonNode> yes() {
    return Arbitraries.create(() -> JsonNodeFactory.instance.booleanNode(true));
  }

  /** Different elements. */
  static Arbitrary<ArrayNode> array(Arbitrary<? extends JsonNode> element, int min, int max) {
    return element.list().uniqueElements().ofMinSize(min).ofMaxSize(max).map(Json::arrayOf);
  }

  /** Different values out of a few, in an order of their own. */
  static Arbitrary<ArrayNode> some(Collection<String> values, int min, int max) {
    return subset(values, min, max)
        .map(each -> arrayOf(each.stream().map(JsonNodeFactory.instance::textNode).toList()));
  }

  static Arbitrary<List<String>> subset(Collection<String> values, int min, int max) {
    int most = Math.min(max, values.size());
    return Combinators.combine(
            Arbitraries.shuffle(List.copyOf(values)), Arbitraries.integers().between(min, most))
        .as((shuffled, size) -> List.copyOf(shuffled.subList(0, size)));
  }

  static ArrayNode arrayOf(Collection<? extends JsonNode> elements) {
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }
}
