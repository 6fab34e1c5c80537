package org.registan.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.registan.kernel.Json;

/** The rows of one record being put together; rows that disagree are told, not chosen between. */
final class Gathering {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

  private final Layout layout;
  private final List<Line> lines;
  private final Map<String, String> defaults;
  private final List<Gathered.Misfit> faults = new ArrayList<>();

  /** The row that each member of each list came from, by list and then by index. */
  private final Map<String, List<Integer>> origins = new HashMap<>();

  Gathering(Layout layout, List<Line> lines, Map<String, String> defaults) {
    this.layout = layout;
    this.lines = lines;
    this.defaults = defaults;
  }

  Gathered gathered() {
    var content = whole();
    layout.lists().forEach(list -> members(list, content));
    return new Gathered(content, List.copyOf(faults), this::origin);
  }

  private ObjectNode whole() {
    var content = Json.object();
    layout
        .content("")
        .forEach(column -> {
          var first = "";
          for (var line : lines) {
            first = agreed(first, line, column);
          }
          fill(content, column, first);
        });
    return content;
  }

  /** The cell that was there first; another one in a later row is a fault. */
  private String agreed(String first, Line line, Column column) {
    var cell = line.cell(column.name());
    if (!first.isEmpty() && !cell.isEmpty() && !cell.equals(first)) {
      fault(line, column.name(), "differs from an earlier row of the same record");
    }
    return first.isEmpty() ? cell : first;
  }

  private void members(String list, ObjectNode content) {
    var members = new TreeMap<Integer, Map<Column, String>>();
    var rows = new HashMap<Integer, Integer>();
    var none = false;
    for (var line : lines) {
      var number = line.cell(list);
      none |= number.equals(Layout.NONE);
      if (NUMBER.matcher(number).matches()) {
        var at = Integer.parseInt(number);
        rows.putIfAbsent(at, line.row());
        var cells = members.computeIfAbsent(at, it -> new LinkedHashMap<>());
        layout
            .content(list)
            .forEach(
                column -> cells.put(column, agreed(cells.getOrDefault(column, ""), line, column)));
      } else if (!number.isEmpty() && !number.equals(Layout.NONE)) {
        fault(line, list, "is not a number from 1 to 9999");
      } else if (number.isEmpty()) {
        unnumbered(list, line, members, rows);
      }
    }
    if (none || !members.isEmpty()) {
      var array = content.putArray(list);
      origins.put(list, members.keySet().stream().map(rows::get).toList());
      members
          .values()
          .forEach(cells -> {
            var member = array.addObject();
            layout.content(list).forEach(it -> fill(member, it, cells.getOrDefault(it, "")));
          });
    }
  }

  /** A row that says something of a list's member without its number speaks of the first. */
  private void unnumbered(
      String list,
      Line line,
      Map<Integer, Map<Column, String>> members,
      Map<Integer, Integer> rows) {
    layout
        .content(list)
        .filter(it -> !line.cell(it.name()).isEmpty())
        .forEach(column -> {
          rows.putIfAbsent(1, line.row());
          var cells = members.computeIfAbsent(1, it -> new LinkedHashMap<>());
          cells.put(column, agreed(cells.getOrDefault(column, ""), line, column));
        });
  }

  private void fill(ObjectNode node, Column column, String cell) {
    var value = cell.isEmpty() ? defaults.getOrDefault(column.name(), "") : cell;
    if (!value.isEmpty()) {
      column.put(node, value);
    }
  }

  /** The row and column that a pointer into the content came from. */
  private Gathered.Place origin(String pointer) {
    var steps = List.of(pointer.substring(Math.min(1, pointer.length())).split("/", -1));
    var members = origins.get(steps.getFirst());
    var row = lines.getFirst().row();
    var name = new ArrayList<>(steps);
    if (members != null && steps.size() > 1 && NUMBER.matcher("1" + steps.get(1)).matches()) {
      var index = Integer.parseInt(steps.get(1));
      row = index < members.size() ? members.get(index) : row;
      name.remove(1);
    }
    return new Gathered.Place(row, column(name));
  }

  /** The longest beginning of the path that is a column, else the first column under it. */
  private @org.jspecify.annotations.Nullable String column(List<String> path) {
    var names = layout.names();
    for (int length = path.size(); length > 0; length--) {
      var name = String.join(".", path.subList(0, length));
      if (names.contains(name)) {
        return name;
      }
      var under = names.stream().filter(it -> it.startsWith(name + ".")).findFirst();
      if (under.isPresent()) {
        return under.get();
      }
    }
    return null;
  }

  private void fault(Line line, String column, String detail) {
    faults.add(new Gathered.Misfit(new Gathered.Place(line.row(), column), null, detail));
  }
}
