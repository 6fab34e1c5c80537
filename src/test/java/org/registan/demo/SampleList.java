package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A control list of a state of the demonstration in two editions: the older whole, the newer as
 * what is done to it. No state's law: what the state has otherwise than the public list that it
 * begins with stands in control-lists.json.
 *
 * @param older what the older edition says of itself, as it is sent
 * @param entries of the older edition
 * @param newer what the newer edition says of itself, but for the reference of its base
 * @param operations that make its entries of those of the older one
 */
public record SampleList(
    String owner, ObjectNode older, ArrayNode entries, ObjectNode newer, ArrayNode operations) {

  private static final JsonNode FILE = DemoFiles.json("control-lists.json");

  /** That of each state. */
  public static List<SampleList> all() {
    return FILE.path("lists").properties().stream()
        .map(it -> of(it.getKey(), it.getValue()))
        .toList();
  }

  /** The rules for published law. */
  public static JsonNode policy() {
    return FILE.path("policy");
  }

  private static SampleList of(String owner, JsonNode list) {
    var entries = CommerceList.part(list.path("part"), FILE.path("headings"));
    list.path("without").forEach(it -> entries.drop(it.asText()));
    list.path("own").forEach(it -> entries.put(it.deepCopy()));
    var authentic = new HashSet<String>();
    list.at("/both/authenticLanguages").forEach(it -> authentic.add(it.asText()));
    return new SampleList(
        owner,
        header(list, "older"),
        marked(entries.toJson(), authentic),
        header(list, "newer"),
        marked(list.path("operations").deepCopy(), authentic));
  }

  private static ObjectNode header(JsonNode list, String edition) {
    ObjectNode header = list.path("both").deepCopy();
    return header.setAll((ObjectNode) list.path(edition));
  }

  /** With what each text is: authentic in the languages in which the list is. */
  private static <T extends JsonNode> T marked(T tree, Set<String> authentic) {
    for (var texts : tree.findValues("texts")) {
      for (var text : texts) {
        var counts = authentic.contains(text.path("lang").asText());
        ((ObjectNode) text).put("status", counts ? "authentic" : "translation");
      }
    }
    return tree;
  }
}
