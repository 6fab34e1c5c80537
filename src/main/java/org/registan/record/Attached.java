package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.registan.kernel.Json;

/**
 * The files attached to a record, as its content names them. The server alone writes this member of
 * a content, as it does the {@code entries} of one that has them: whoever replaces a content
 * neither sends nor loses them.
 */
public final class Attached {

  static final String FIELD = "attachments";

  /** What the platform wrote into a content beside what its owner did. */
  private static final List<String> KEPT = List.of(FIELD, "entries");

  private Attached() {}

  /** A new content, with what is attached to the old one. */
  static JsonNode kept(JsonNode before, JsonNode after) {
    ObjectNode kept = after.deepCopy();
    KEPT.stream().filter(before::has).forEach(it -> kept.set(it, before.path(it).deepCopy()));
    return kept;
  }

  /** How many there are. */
  public static int count(JsonNode content) {
    return content.path(FIELD).size();
  }

  /** The one with this id that a content or a view names. */
  public static Optional<JsonNode> named(JsonNode content, String id) {
    return all(content).filter(is(id)).findFirst();
  }

  /** The content with one more. */
  public static JsonNode with(JsonNode content, JsonNode attachment) {
    return replaced(content, Stream.concat(all(content), Stream.of(attachment)));
  }

  /** The content without one of them. */
  public static JsonNode without(JsonNode content, String id) {
    return replaced(content, all(content).filter(is(id).negate()));
  }

  private static Stream<JsonNode> all(JsonNode content) {
    return content.path(FIELD).valueStream();
  }

  private static Predicate<JsonNode> is(String id) {
    return it -> it.path("id").asText().equals(id);
  }

  private static JsonNode replaced(JsonNode content, Stream<JsonNode> attachments) {
    ObjectNode changed = content.deepCopy();
    ArrayNode array = Json.MAPPER.createArrayNode();
    attachments.forEach(array::add);
    if (array.isEmpty()) {
      changed.remove(FIELD);
    } else {
      changed.set(FIELD, array);
    }
    return changed;
  }
}
