package org.registan.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the contract says of one operation's parameters and body. */
record Operation(Map<String, Shape> query, Map<String, Shape> headers, Optional<Shape> body) {

  static Operation read(JsonNode document, JsonNode path, JsonNode operation) {
    var query = new HashMap<String, Shape>();
    var headers = new HashMap<String, Shape>();
    Stream.concat(elements(path.path("parameters")), elements(operation.path("parameters")))
        .map(parameter -> resolve(document, parameter))
        .forEach(parameter -> {
          var shape = Shape.of(document, parameter.path("schema"));
          switch (parameter.path("in").textValue()) {
            case "query" -> query.put(parameter.path("name").textValue(), shape);
            case "header" -> headers.put(parameter.path("name").textValue(), shape);
            default -> {}
          }
        });
    var body =
        resolve(document, operation.path("requestBody")).at("/content/application~1json/schema");
    return new Operation(
        Map.copyOf(query),
        Map.copyOf(headers),
        body.isMissingNode() ? Optional.empty() : Optional.of(Shape.of(document, body)));
  }

  /** What is wrong with these query parameters. */
  List<Fault> faults(Map<String, List<String>> parameters) {
    var faults = new ArrayList<Fault>();
    parameters.forEach((name, values) -> {
      var shape = query.get(name);
      if (shape == null) {
        faults.add(Fault.in(name, "is not a parameter of this operation"));
      } else {
        shape.ofParameter(values).forEach(detail -> faults.add(Fault.in(name, detail)));
      }
    });
    return faults;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode resolve(JsonNode document, JsonNode node) {
    var ref = node.path("$ref");
    return ref.isTextual() ? document.at(ref.textValue().substring(1)) : node;
  }

  /** The body as JSON, or the faults that keep it from being one of this operation's. */
  JsonNode read(JsonNode node) {
    var faults = faults(node);
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return node;
  }

  /** What is wrong with a body that did not come in as one. */
  List<Fault> faults(JsonNode node) {
    return shape().faults(node);
  }

  private Shape shape() {
    return body.orElseThrow(() -> new IllegalStateException("the contract takes no body"));
  }
}
