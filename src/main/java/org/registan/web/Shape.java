package org.registan.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.registan.kernel.Json;

/** One schema of the contract, with what it finds wrong. */
record Shape(JsonSchema schema, String type, boolean list) {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .typeLoose(false)
          .locale(Locale.ENGLISH)
          .build();

  static Shape of(JsonNode document, JsonNode schema) {
    var list = schema.path("type").asText().equals("array");
    var one = list ? schema.path("items") : schema;
    ObjectNode root = (list && schema.path("maxItems").isMissingNode() ? one : schema).deepCopy();
    root.set("components", document.path("components"));
    var ref = one.path("$ref");
    var type = (ref.isTextual() ? document.at(ref.textValue().substring(1)) : one).path("type");
    return new Shape(FACTORY.getSchema(root, STRICT), type.asText(), list);
  }

  /** Everything wrong with a body, each with its pointer, in the order of the pointers. */
  List<Fault> faults(JsonNode body) {
    return schema.validate(body).stream()
        .map(this::fault)
        .distinct()
        .sorted(Comparator.comparing(fault -> String.valueOf(fault.pointer())))
        .limit(100)
        .toList();
  }

  /** Everything wrong with the values of a query parameter. */
  List<String> ofParameter(List<String> values) {
    if (values.size() > (list ? 50 : 1)) {
      return List.of("is given too often");
    }
    return values.stream()
        .flatMap(value -> schema.validate(node(value)).stream())
        .map(this::detail)
        .distinct()
        .toList();
  }

  private JsonNode node(String value) {
    if (type.equals("integer") && value.matches("-?[0-9]{1,18}")) {
      return LongNode.valueOf(Long.parseLong(value));
    }
    return type.equals("boolean") && value.matches("true|false")
        ? BooleanNode.valueOf(Boolean.parseBoolean(value))
        : TextNode.valueOf(value);
  }

  private Fault fault(ValidationMessage message) {
    var at = message.getInstanceLocation().toString();
    return switch (message.getType()) {
      case "required" -> Fault.at(Json.pointer(at, message.getProperty()), "is missing");
      case "additionalProperties" ->
          Fault.at(Json.pointer(at, message.getProperty()), "is not known here");
      default -> Fault.at(at, detail(message));
    };
  }

  private String detail(ValidationMessage message) {
    return Wording.of(message, asked(message));
  }

  /** The part of the schema that is not met. */
  private JsonNode asked(ValidationMessage message) {
    var keyword = message.getSchemaLocation().getFragment().toString();
    return schema.getSchemaNode().at(keyword.substring(0, keyword.lastIndexOf('/')));
  }
}
