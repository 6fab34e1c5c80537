package org.registan.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.Map;

/** What the contract asks for, for people: by an example where it has one, never by the value. */
final class Wording {

  private static final Map<String, String> FORMATS =
      Map.of(
          "date", "must be a date such as 2019-05-02",
          "date-time", "must be a time such as 2019-05-02T09:30:00Z",
          "uuid", "must be an id such as 6f1f4f0e-6a0e-4f0a-9a64-0d9f9f0b7c55");

  private Wording() {}

  /**
   * What is wrong.
   *
   * @param asked the part of the contract that is not met
   */
  static String of(ValidationMessage message, JsonNode asked) {
    var example = asked.path("example");
    return switch (message.getType()) {
      case "format" -> FORMATS.getOrDefault(asked.path("format").asText(), plain(message));
      case "pattern" ->
          example.isMissingNode() ? plain(message) : such(example, asked.path("description"));
      default -> plain(message);
    };
  }

  private static String such(JsonNode example, JsonNode description) {
    var what = description.isMissingNode() ? "" : " (%s)".formatted(description.asText());
    return "must be such as %s%s".formatted(example.asText(), what);
  }

  /** The validator's words, less the place. */
  private static String plain(ValidationMessage message) {
    var text = message.getMessage();
    var at = text.indexOf(": ");
    return at < 0 ? text : text.substring(at + 2);
  }
}
