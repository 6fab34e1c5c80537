package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;

/**
 * What stands in one cell of a table. A list has a line for each value, a value of several parts
 * has them between bars; {@code \n}, {@code \|} and {@code \\} stand for themselves, {@code \0} for
 * a list of nothing.
 */
public final class Cells {

  private static final String NOTHING = "\\0";
  private static final char LINE = '\n';
  private static final char BAR = '|';

  /**
   * Where a spreadsheet may see a formula begin, and what looks like our marks before one: at the
   * start, and where a reader that takes other separators begins a cell.
   */
  private static final Pattern FORMULA =
      Pattern.compile("((?:^|[;\\t\\r\\n])\"*'*)(?=[=+\\-@＝＋－＠])");

  private static final Pattern MARKED = Pattern.compile(FORMULA.pattern().replace("*'*)", "*'*)'"));

  /** What is cut off at the start of a cell, so that a formula comes first. */
  private static final Pattern BLANK = Pattern.compile("^('*)(?=[\\t\\r\\n])");

  private static final Pattern MARKED_BLANK = Pattern.compile("^('*)'(?=[\\t\\r\\n])");

  private Cells() {}

  /** The text with a ' before whatever a spreadsheet would take for a formula. */
  public static String inert(String text) {
    return BLANK.matcher(FORMULA.matcher(text).replaceAll("$1'")).replaceAll("$1'");
  }

  /** What {@link #inert} was given. */
  public static String original(String cell) {
    return MARKED.matcher(MARKED_BLANK.matcher(cell).replaceAll("$1")).replaceAll("$1");
  }

  /** Values, a line for each; nothing where there is no such list. */
  public static @Nullable String list(JsonNode values) {
    return lines(values, it -> escaped(it.asText()));
  }

  /** Values of several parts, a line for each; nothing where there is no such list. */
  public static @Nullable String parts(JsonNode values, List<String> names) {
    return lines(
        values,
        value -> {
          var all = new ArrayList<String>();
          names.forEach(it -> all.add(escaped(value.path(it).asText())));
          while (all.size() > 1 && all.getLast().isEmpty()) {
            all.removeLast();
          }
          return String.join(String.valueOf(BAR), all);
        });
  }

  private static @Nullable String lines(
      JsonNode values, java.util.function.Function<JsonNode, String> line) {
    if (values.isMissingNode()) {
      return null;
    }
    return values.isEmpty()
        ? NOTHING
        : StreamSupport.stream(values.spliterator(), false)
            .map(line)
            .collect(Collectors.joining(String.valueOf(LINE)));
  }

  /** The values that a cell has a line for. */
  public static ArrayNode list(String cell) {
    var values = Json.MAPPER.createArrayNode();
    if (!cell.equals(NOTHING)) {
      split(cell, LINE).forEach(it -> values.add(unescaped(it)));
    }
    return values;
  }

  /** The values; a part too many gets a name that no contract knows. */
  public static ArrayNode parts(String cell, List<String> names) {
    var values = Json.MAPPER.createArrayNode();
    if (cell.equals(NOTHING)) {
      return values;
    }
    for (var line : split(cell, LINE)) {
      var value = values.addObject();
      var parts = split(line, BAR);
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.get(i).isEmpty()) {
          value.put(i < names.size() ? names.get(i) : "part " + (i + 1), unescaped(parts.get(i)));
        }
      }
    }
    return values;
  }

  /** True or false; another text stays one, for the contract to refuse. */
  static JsonNode flag(String cell) {
    return switch (cell) {
      case "true", "TRUE" -> BooleanNode.TRUE;
      case "false", "FALSE" -> BooleanNode.FALSE;
      default -> TextNode.valueOf(cell);
    };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n");
  }

  private static String unescaped(String text) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      var at = text.charAt(i);
      if (at != '\\' || i + 1 == text.length()) {
        plain.append(at);
      } else {
        var next = text.charAt(++i);
        plain.append(next == 'n' ? LINE : next);
      }
    }
    return plain.toString();
  }

  /** Between separators that no backslash stands before. */
  private static List<String> split(String text, char separator) {
    var pieces = new ArrayList<String>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == separator) {
        pieces.add(text.substring(from, i));
        from = i + 1;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}
