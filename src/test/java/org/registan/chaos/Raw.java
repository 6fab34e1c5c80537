package org.registan.chaos;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.registan.kernel.Json;

/** Parts of a JSON text as they stand there, byte for byte. */
final class Raw {
  private Raw() {}

  /** The objects in the array that is the text's member {@code name}. */
  static List<String> elements(String text, String name) {
    try (var parser = Json.MAPPER.createParser(text)) {
      var elements = new ArrayList<String>();
      if (enter(parser, name)) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          elements.add(value(text, parser));
        }
      }
      return elements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The object that is the text's member {@code name}; empty when there is none. */
  static String member(String text, String name) {
    try (var parser = Json.MAPPER.createParser(text)) {
      return enter(parser, name) ? value(text, parser) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moves to the value of a member of the outermost object. */
  private static boolean enter(JsonParser parser, String name) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var found = parser.currentName().equals(name);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static String value(String text, JsonParser parser) throws IOException {
    var start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    return text.substring(start, (int) parser.currentLocation().getCharOffset());
  }
}
