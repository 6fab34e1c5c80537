package org.registan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.registan.kernel.Json;

/** Bytes from outside to JSON: one document, no duplicate names, bounded in depth and size. */
final class Bodies {

  private Bodies() {}

  static JsonNode parse(byte[] bytes) {
    if (bytes.length == 0) {
      throw Problem.invalid(List.of(Fault.at("", "a body is missing")));
    }
    try {
      var body = Json.MAPPER.readTree(bytes);
      var faults = faults(body);
      if (!faults.isEmpty()) {
        throw Problem.invalid(faults);
      }
      return body;
    } catch (JsonProcessingException e) {
      throw Problem.invalid(List.of(Fault.at("", "is not acceptable JSON" + where(e))));
    } catch (IOException e) {
      throw Problem.invalid(List.of(Fault.at("", "is not acceptable UTF-8")));
    }
  }

  static List<Fault> faults(JsonNode body) {
    var faults = new ArrayList<Fault>();
    clean("", body, faults);
    return faults;
  }

  /** Text must be text: not blank, no control characters, no half of a surrogate pair. */
  private static void clean(String at, JsonNode node, List<Fault> faults) {
    if (node.isTextual()) {
      var text = node.textValue();
      if (text.isBlank()) {
        faults.add(Fault.at(at, "is blank"));
      } else if (text.codePoints().anyMatch(Bodies::isUnfit)) {
        faults.add(Fault.at(at, "has characters that are not text"));
      }
    }
    for (var property : node.properties()) {
      var inside = at + "/" + property.getKey().replace("~", "~0").replace("/", "~1");
      clean(inside, property.getValue(), faults);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        clean(at + "/" + i, node.path(i), faults);
      }
    }
  }

  private static boolean isUnfit(int character) {
    return (Character.isISOControl(character) && character != '\n' && character != '\t')
        || Character.getType(character) == Character.SURROGATE;
  }

  private static String where(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
  }
}
