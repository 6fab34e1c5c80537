package org.registan.codes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The codes of real lists, as they are printed. */
final class PrintedCodes {

  private PrintedCodes() {}

  static List<String> lines(String file) {
    try (var in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** ECCNs and each paragraph of theirs. */
  static Stream<String> ccl2026() {
    return json("ccl-2026-07-23.json.gz")
        .path("entries")
        .valueStream()
        .flatMap(entry -> {
          var eccn = entry.path("eccn").asText();
          var paragraphs =
              entry
                  .path("items")
                  .valueStream()
                  .map(it -> it.path("paragraph"))
                  .filter(JsonNode::isTextual)
                  .map(it -> eccn + "." + it.asText());
          return Stream.concat(Stream.of(eccn), paragraphs);
        });
  }

  static Stream<String> ccl2025() {
    return json("ccl-parsed-2025-07.json.gz").findValuesAsText("code").stream();
  }

  private static JsonNode json(String file) {
    try (var in = new GZIPInputStream(open(file))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        PrintedCodes.class.getResourceAsStream("/control-lists/" + file), file);
  }
}
