package org.registan.malformed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.registan.kernel.Json;

/** One request for each operation of a contract as its examples have it, before it is spoiled. */
final class Requests {

  private Requests() {}

  /** A request that fits, with what may be spoiled in it. */
  record Sound(Request request, JsonNode body, List<String> parameters, String path) {}

  static List<Sound> of(JsonNode contract) {
    var all = new ArrayList<Sound>();
    for (var path : contract.path("paths").properties()) {
      for (var verb : path.getValue().properties()) {
        if (verb.getValue().has("operationId")) {
          all.add(sound(contract, path.getKey(), path.getValue(), verb.getKey(), verb.getValue()));
        }
      }
    }
    return all;
  }

  private static Sound sound(
      JsonNode contract, String template, JsonNode path, String verb, JsonNode operation) {
    var target = template;
    var query = new ArrayList<String>();
    var headers = new ArrayList<String>();
    for (var in : List.of(path.path("parameters"), operation.path("parameters"))) {
      for (var given : in) {
        var parameter = resolved(contract, given);
        var name = parameter.path("name").asText();
        var example = parameter.path("example").asText("x");
        switch (parameter.path("in").asText()) {
          case "path" -> target = target.replace("{" + name + "}", example);
          case "query" -> query.add(name);
          default -> headers.add(name + ": " + example);
        }
      }
    }
    var body = example(contract, operation);
    if (!body.isMissingNode()) {
      headers.add("Content-Type: application/json");
    }
    headers.add("Accept: application/json, application/problem+json");
    var name = operation.path("operationId").asText();
    return new Sound(
        new Request(name, verb.toUpperCase(Locale.ROOT), target, List.copyOf(headers), "")
            .saying(body.isMissingNode() ? new byte[0] : Json.write(body).getBytes(UTF_8)),
        body,
        query,
        template);
  }

  /** Of a JSON body; operations that take something else as well are asked in JSON here. */
  private static JsonNode example(JsonNode contract, JsonNode operation) {
    var content =
        resolved(contract, operation.path("requestBody")).at("/content/application~1json");
    if (content.has("example")) {
      return content.path("example");
    }
    for (var one : content.path("examples")) {
      return resolved(contract, one).path("value");
    }
    return Json.object().path("none");
  }

  private static JsonNode resolved(JsonNode contract, JsonNode node) {
    var ref = node.path("$ref");
    return ref.isTextual() ? contract.at(ref.textValue().substring(1)) : node;
  }
}
