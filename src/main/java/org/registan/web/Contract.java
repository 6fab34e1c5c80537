package org.registan.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;

/**
 * The hand-written contract, which requests are held against as they come in: what it says of
 * bodies and parameters is the rule, so that there is no second one.
 */
@Singleton
public class Contract {

  private static final String MAIN = "META-INF/registan.yaml";

  /** What is no part of the contract and yet is asked for: the pages of a browser. */
  private static final Set<String> PAGES =
      Set.of("/", "/console", "/console/callback", "/console.css", "/docs", "/openapi");

  private final Map<String, Operation> operations = new HashMap<>();
  private final Set<String> templates = new TreeSet<>(PAGES);
  private final Bodies bodies;

  Contract(@All List<ContractPart> parts, Bodies bodies) {
    this.bodies = bodies;
    read(MAIN);
    parts.forEach(part -> read(part.resource()));
  }

  /** The operation under a method and path template, such as {@code GET /v1/denials/{id}}. */
  Optional<Operation> operation(String method, String template) {
    return Optional.ofNullable(operations.get(method + " " + template));
  }

  /** The path template of the contract that a path fits, or {@code -}. */
  String route(@Nullable String path) {
    var asked = path == null ? new String[0] : path.split("/", -1);
    return templates.stream()
        .filter(it -> fits(it.split("/", -1), asked))
        .min(Comparator.comparingLong(it -> it.chars().filter(c -> c == '{').count()))
        .orElse("-");
  }

  private static boolean fits(String[] template, String[] path) {
    return template.length == path.length
        && IntStream.range(0, path.length)
            .allMatch(i -> template[i].startsWith("{") || template[i].equals(path[i]));
  }

  /** What came in, as far as it is JSON. */
  public record Parsed(JsonNode body, List<Fault> faults) {}

  /** A text as the body of a request would be read. */
  public Parsed parse(String text) {
    try {
      return new Parsed(bodies.parse(text.getBytes(UTF_8)), List.of());
    } catch (Problem e) {
      return new Parsed(Json.object(), e.faults());
    }
  }

  /** Everything that an operation would refuse about a body. */
  public List<Fault> faults(String method, String template, JsonNode body) {
    var faults = new ArrayList<>(bodies.faults(body));
    faults.addAll(
        operation(method, template)
            .orElseThrow(() -> new IllegalArgumentException("not in the contract: " + template))
            .faults(body));
    return faults;
  }

  private void read(String resource) {
    var document = load(resource);
    for (var path : document.path("paths").properties()) {
      templates.add(path.getKey());
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
