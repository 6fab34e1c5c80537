package org.registan.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** The one way JSON is read and written: strict on the way in, RFC 8785 canonical when stored. */
public final class Json {

  public static final JsonMapper MAPPER =
      strict(
          StreamReadConstraints.builder()
              .maxNestingDepth(40)
              .maxNumberLength(40)
              .maxStringLength(1_000_000)
              .build());

  private static final JsonMapper SORTING =
      MAPPER.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private Json() {}

  /** A mapper of our kind that takes no more than these bounds let in. */
  public static JsonMapper strict(StreamReadConstraints bounds) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .build();
  }

  /** What was written by us before. */
  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON does not parse", e);
    }
  }

  public static <T> T parse(String json, Class<T> type) {
    return to(parse(json), type);
  }

  public static <T> T to(JsonNode node, Class<T> type) {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON does not fit " + type.getSimpleName(), e);
    }
  }

  public static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON", e);
    }
  }

  /** The JSON pointer (RFC 6901) to a member of what another points to. */
  public static String pointer(String at, String name) {
    return at + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /**
   * The canonical text (RFC 8785): the same content always has the same bytes. Nearly all of ours
   * is written so by sorting its names; what needs more (fractions, control characters) is left to
   * the canonicalizer, which reads and writes it again.
   */
  public static String canonical(JsonNode node) {
    try {
      return isPlain(node)
          ? SORTING.writeValueAsString(node)
          : new JsonCanonicalizer(write(node)).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPlain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> isPlain(node.textValue());
      case NUMBER -> node.isInt();
      case OBJECT ->
          node.properties().stream().allMatch(it -> isPlain(it.getKey()) && isPlain(it.getValue()));
      case ARRAY -> node.valueStream().allMatch(Json::isPlain);
      case BOOLEAN, NULL -> true;
      default -> false;
    };
  }

  private static boolean isPlain(String text) {
    return text.chars()
        .allMatch(
            it -> (it >= ' ' || it == '\n' || it == '\t') && !Character.isSurrogate((char) it));
  }
}
