package org.registan.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.registan.kernel.Json;

/**
 * The hand-written contract, which requests are held against as they come in: what it says of
 * bodies and parameters is the rule, so that there is no second one.
 */
@Singleton
public class Contract {

  private static final String MAIN = "META-INF/registan.yaml";

  private final Map<String, Operation> operations = new HashMap<>();

  Contract(@All List<ContractPart> parts) {
    read(MAIN);
    parts.forEach(part -> read(part.resource()));
  }

  /** The operation under a method and path template, such as {@code GET /v1/denials/{id}}. */
  Optional<Operation> operation(String method, String template) {
    return Optional.ofNullable(operations.get(method + " " + template));
  }

  /** What came in, as far as it is JSON. */
  public record Parsed(JsonNode body, List<Fault> faults) {}

  /** A text as the body of a request would be read. */
  public Parsed parse(String text) {
    try {
      return new Parsed(Bodies.parse(text.getBytes(UTF_8)), List.of());
    } catch (Problem e) {
      return new Parsed(Json.object(), e.faults());
    }
  }

  /** Everything that an operation would refuse about a body. */
  public List<Fault> faults(String method, String template, JsonNode body) {
    return operation(method, template)
        .orElseThrow(() -> new IllegalArgumentException("not in the contract: " + template))
        .faults(body);
  }

  private void read(String resource) {
    var document = load(resource);
    for (var path : document.path("paths").properties()) {
      for (var verb : path.getValue().properties()) {
        if (verb.getValue().has("operationId")) {
          operations.put(
              verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
              Operation.read(document, path.getValue(), verb.getValue()));
        }
      }
    }
  }

  private static JsonNode load(String resource) {
    try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
