package org.registan.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of the demonstration: JSON, and CSV (RFC 4180) by the names of its header. */
final class DemoFiles {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private DemoFiles() {}

  static JsonNode json(String name) {
    try {
      return JSON.readTree(text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Map<String, String>> csv(String name) {
    var records = records(text(name));
    var header = records.getFirst();
    var rows = new ArrayList<Map<String, String>>();
    for (var cells : records.subList(1, records.size())) {
      if (cells.size() != header.size()) {
        throw new IllegalStateException(name + " has a broken row: " + cells);
      }
      var row = new LinkedHashMap<String, String>();
      for (var i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The value of a column that the file must have. */
  static String cell(Map<String, String> row, String column) {
    return requireNonNull(row.get(column), column);
  }

  private static List<List<String>> records(String text) {
    var records = new ArrayList<List<String>>();
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
        continue;
      }
      switch (c) {
        case '"' -> quoted = true;
        case '\r' -> {}
        case ',' -> {
          cells.add(cell.toString());
          cell.setLength(0);
        }
        case '\n' -> {
          cells.add(cell.toString());
          cell.setLength(0);
          records.add(List.copyOf(cells));
          cells.clear();
        }
        default -> cell.append(c);
      }
    }
    return records;
  }

  private static String text(String name) {
    try (var in = requireNonNull(DemoFiles.class.getResourceAsStream("/demo/" + name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
