package org.registan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a file of the contract promises: its operations, their bodies and examples. */
record Promises(JsonNode document) {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  static Promises of(String resource) {
    try (var in = Promises.class.getClassLoader().getResourceAsStream(resource)) {
      return new Promises(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Promise> all() {
    var all = new ArrayList<Promise>();
    for (var path : document.path("paths").properties()) {
      for (var verb : path.getValue().properties()) {
        if (verb.getValue().has("responses")) {
          var operation = verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
          all.add(new Promise(this, operation, verb.getValue()));
        }
      }
    }
    return all;
  }

  /** One operation, such as {@code GET /v1/denials/{id}}. */
  record Promise(Promises of, String operation, JsonNode node) {

    String name() {
      return node.path("operationId").asText();
    }

    /** What it takes, and whatever it may answer, but for answers without a body. */
    List<Body> bodies() {
      var bodies = new ArrayList<>(of.bodies("request", node.path("requestBody")));
      node.path("responses")
          .properties()
          .forEach(it -> bodies.addAll(of.bodies(it.getKey(), it.getValue())));
      return bodies;
    }

    /** It succeeds without a body. */
    boolean leavesNothing() {
      return node.path("responses").has("204");
    }
  }

  private List<Body> bodies(String name, JsonNode message) {
    return resolve(message).path("content").properties().stream()
        .map(it -> new Body(this, name, it.getKey(), it.getValue()))
        .toList();
  }

  /** A body in one media type. */
  record Body(Promises of, String name, String mediaType, JsonNode media) {

    boolean isSuccess() {
      return name.startsWith("2");
    }

    boolean isProblem() {
      return mediaType.equals("application/problem+json")
          && media.at("/schema/$ref").asText().equals("#/components/schemas/Problem");
    }

    List<JsonNode> examples() {
      var examples = new ArrayList<JsonNode>();
      if (media.has("example")) {
        examples.add(media.path("example"));
      }
      media.path("examples").forEach(it -> examples.add(of.resolve(it).path("value")));
      return examples;
    }

    List<String> faults(JsonNode body) {
      ObjectNode schema = media.path("schema").deepCopy();
      schema.set("components", of.document.path("components"));
      var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
      return SCHEMAS.getSchema(schema, config).validate(body).stream()
          .map(ValidationMessage::getMessage)
          .toList();
    }
  }

  private JsonNode resolve(JsonNode node) {
    var ref = node.path("$ref");
    return ref.isTextual() ? document.at(ref.textValue().substring(1)) : node;
  }
}
