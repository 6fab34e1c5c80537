package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.registan.kernel.Json;
import org.registan.kernel.Level;

/**
 * Cuts a record's content down to a level, by the {@link At} on each component of its type. What no
 * component declares is in no layer at all.
 */
public final class Layers {

  private final Map<String, Field> fields;

  private record Field(Level level, Layers inner) {}

  private static final Layers LEAF = new Layers(Map.of());

  private Layers(Map<String, Field> fields) {
    this.fields = fields;
  }

  /** The layers of a record type; every component must say which it belongs to. */
  public static Layers of(Class<?> type) {
    if (!type.isRecord()) {
      return LEAF;
    }
    return new Layers(
        Arrays.stream(type.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, Layers::field)));
  }

  private static Field field(RecordComponent component) {
    var at = component.getAnnotation(At.class);
    if (at == null) {
      throw new IllegalStateException("no layer declared: " + component);
    }
    return new Field(at.value(), of(element(component.getGenericType())));
  }

  private static Class<?> element(Type type) {
    return switch (type) {
      case ParameterizedType list -> element(list.getActualTypeArguments()[0]);
      case Class<?> plain -> plain;
      default -> Object.class;
    };
  }

  boolean declare(String field) {
    return fields.containsKey(field);
  }

  /** What {@code level} shows of {@code content}; a copy. */
  public ObjectNode cut(JsonNode content, Level level) {
    var kept = Json.object();
    for (var property : content.properties()) {
      var field = fields.get(property.getKey());
      if (field != null && level.isAtLeast(field.level())) {
        kept.set(property.getKey(), field.inner().inside(property.getValue(), level));
      }
    }
    return kept;
  }

  private JsonNode inside(JsonNode value, Level level) {
    if (fields.isEmpty()) {
      return value.deepCopy();
    }
    return switch (value) {
      case ObjectNode object -> cut(object, level);
      case ArrayNode array -> each(array, it -> inside(it, level));
      default -> value;
    };
  }

  private static ArrayNode each(ArrayNode array, Function<JsonNode, JsonNode> change) {
    var changed = Json.MAPPER.createArrayNode();
    array.forEach(it -> changed.add(change.apply(it)));
    return changed;
  }
}
