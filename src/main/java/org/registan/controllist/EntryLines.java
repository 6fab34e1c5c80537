package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.registan.kernel.Json;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Entries as JSON: one document with all of them, or a line for each. */
final class EntryLines {

  private static final String END = "end";

  /** Reads one of several. */
  private static final ObjectReader ONE =
      Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Values, names and brackets; the largest entry of the contract has a third of it. */
  private static final int MOST_PARTS = 10_000;

  private EntryLines() {}

  /** {@code {"items": [...]}}, as a page has it. */
  static List<JsonNode> document(InputStream body) {
    return read(
        body,
        in -> {
          try (var json = Json.MAPPER.getFactory().createParser(in)) {
            var entries = items(json);
            if (json.nextToken() != null) {
              throw refused("goes on after its end");
            }
            return entries;
          }
        });
  }

  private static List<JsonNode> items(JsonParser json) throws IOException {
    require(json.nextToken(), JsonToken.START_OBJECT, "is not a JSON object");
    var entries = new ArrayList<JsonNode>();
    for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (!name.equals("items")) {
        throw Problem.invalid(List.of(Fault.at(Json.pointer("", name), "is not known here")));
      }
      require(json.nextToken(), JsonToken.START_ARRAY, "has items that are no list");
      while (json.nextToken() != JsonToken.END_ARRAY) {
        take(entries, item(json));
      }
    }
    return entries;
  }

  /** What begins here, unless it is of more parts than an entry can have. */
  private static JsonNode item(JsonParser json) throws IOException {
    try (var parts = new TokenBuffer(json)) {
      int depth = 0;
      int tokens = 0;
      do {
        depth +=
            json.currentToken().isStructStart() ? 1 : json.currentToken().isStructEnd() ? -1 : 0;
        if (++tokens > MOST_PARTS) {
          throw refused("has an entry of more than %d parts".formatted(MOST_PARTS));
        }
        parts.copyCurrentEvent(json);
      } while (depth > 0 && json.nextToken() != null);
      try (var read = parts.asParser(json)) {
        return ONE.readTree(read);
      }
    }
  }

  private static JsonNode line(String line) throws IOException {
    try (var json = Json.MAPPER.getFactory().createParser(line)) {
      json.nextToken();
      var entry = item(json);
      if (json.nextToken() != null) {
        throw refused("has more than one value on a line");
      }
      return entry;
    }
  }

  private static void require(JsonToken token, JsonToken wanted, String detail) {
    if (token != wanted) {
      throw refused(detail);
    }
  }

  /** An entry a line; the line with which an export ends says how many there are. */
  static List<JsonNode> lines(InputStream body) {
    return read(
        body,
        in -> {
          var entries = new ArrayList<JsonNode>();
          var ended = false;
          var reader = new BufferedReader(in);
          for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank()) {
              continue;
            }
            var entry = line(line);
            if (ended) {
              throw refused("goes on after its end");
            }
            ended = entry.has(END);
            if (!ended) {
              take(entries, entry);
            } else if (entry.path("count").asInt(-1) != entries.size()) {
              throw refused(
                  "ends after %d entries and says another number".formatted(entries.size()));
            }
          }
          return entries;
        });
  }

  private static void take(List<JsonNode> entries, JsonNode entry) {
    if (entries.size() == EntryCheck.MOST_ENTRIES) {
      throw refused("has more than %d entries".formatted(EntryCheck.MOST_ENTRIES));
    }
    entries.add(entry);
  }

  private interface Reading {
    List<JsonNode> read(Reader in) throws IOException;
  }

  private static List<JsonNode> read(InputStream body, Reading reading) {
    try {
      return reading.read(new InputStreamReader(body, UTF_8.newDecoder()));
    } catch (CharacterCodingException e) {
      throw refused("is not UTF-8");
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw refused(
          at == null
              ? "is not JSON"
              : "is not acceptable JSON (line %d, column %d)"
                  .formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      throw refused("broke off");
    }
  }

  private static Problem refused(String detail) {
    return Problem.invalid(List.of(Fault.at("", detail)));
  }
}
