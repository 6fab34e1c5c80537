package org.registan.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A schema of the contract that the application serves, to hold a body against. */
final class Contract {

  private final JsonSchema schema;

  private Contract(JsonSchema schema) {
    this.schema = schema;
  }

  static Contract schema(String name) {
    var document = document();
    document.put("$ref", "#/components/schemas/" + name);
    var dialect = OpenApi30.getInstance();
    var factory =
        JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4))
            .metaSchema(dialect)
            .defaultMetaSchemaIri(dialect.getIri())
            .build();
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return new Contract(factory.getSchema(document, config));
  }

  List<String> faults(JsonNode body) {
    return schema.validate(body).stream().map(ValidationMessage::getMessage).toList();
  }

  /** The whole of it; whether it is sound itself is for the contract's own test to say. */
  static OpenAPI model() {
    var options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    options.setResolveCombinators(false);
    return new OpenAPIV3Parser()
        .readContents(document().toString(), List.of(), options)
        .getOpenAPI();
  }

  private static ObjectNode document() {
    try (var in = Contract.class.getResourceAsStream("/META-INF/registan.yaml")) {
      return (ObjectNode) new YAMLMapper().readTree(requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
