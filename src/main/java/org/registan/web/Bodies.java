package org.registan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.registan.kernel.Json;

/** Bytes from outside to JSON: one document in UTF-8, no duplicate names, bounded in every way. */
@Singleton
class Bodies {

  private final Limits limits;
  private final JsonMapper mapper;

  Bodies(Limits limits) {
    this.limits = limits;
    this.mapper =
        Json.strict(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxNumberLength(limits.number())
                .maxStringLength(limits.text())
                .maxNameLength(Math.min(limits.text(), 1_000))
                .build());
  }

  JsonNode parse(byte[] bytes) {
    if (bytes.length == 0) {
      throw Problem.invalid(List.of(Fault.at("", "a body is missing")));
    }
    if (bytes.length > limits.body().asLongValue()) {
      throw Problem.of(ProblemType.BODY_TOO_LARGE, null);
    }
    try {
      var body = mapper.readTree(text(bytes));
      var faults = faults(body);
      if (!faults.isEmpty()) {
        throw Problem.invalid(faults.subList(0, Math.min(100, faults.size())));
      }
      return body;
    } catch (JsonProcessingException e) {
      throw Problem.invalid(List.of(Fault.at("", "is not acceptable JSON" + where(e))));
    } catch (IOException e) {
      throw Problem.invalid(List.of(Fault.at("", "is not acceptable UTF-8")));
    }
  }

  /** Everything about a document that is not text as we take it. */
  List<Fault> faults(JsonNode body) {
    var faults = new ArrayList<Fault>();
    clean("", body, faults);
    return faults;
  }

  /** Decoded by the letter: a parser would guess at other encodings and mend what is broken. */
  private static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /**
   * Text must be text: not blank, no control characters, no half of a surrogate pair; a number must
   * be one that JSON can hand on (RFC 8259, section 6).
   */
  private void clean(String at, JsonNode node, List<Fault> faults) {
    if (node.isTextual()) {
      var text = node.textValue();
      if (text.isBlank()) {
        faults.add(Fault.at(at, "is blank"));
      } else if (text.codePoints().anyMatch(Bodies::isUnfit)) {
        faults.add(Fault.at(at, "has characters that are not text"));
      }
    }
    if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
      faults.add(Fault.at(at, "is a number out of range"));
    }
    if (node.size() > limits.elements()) {
      faults.add(Fault.at(at, "has more than %d elements".formatted(limits.elements())));
      return;
    }
    for (var property : node.properties()) {
      clean(Json.pointer(at, property.getKey()), property.getValue(), faults);
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
