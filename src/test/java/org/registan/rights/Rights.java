package org.registan.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The hand-written table of rights, {@code rights.txt}: operation, thing, role to status. */
public record Rights(List<String> roles, Map<Line, List<String>> lines) {

  /** Of one operation on one kind of thing, {@code own} or {@code other}. */
  public record Line(String operation, String thing) {}

  public static Rights read() {
    try (var in = Objects.requireNonNull(Rights.class.getResourceAsStream("/rights.txt"))) {
      return of(new String(in.readAllBytes(), UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rights of(List<String> text) {
    var rows =
        text.stream()
            .filter(it -> !it.isBlank() && !it.startsWith("#"))
            .map(it -> List.of(it.split(" +")))
            .toList();
    var head = rows.getFirst();
    var lines = new LinkedHashMap<Line, List<String>>();
    for (var row : rows.subList(1, rows.size())) {
      var cells = row.subList(2, row.size());
      var twice = lines.put(new Line(row.get(0), row.get(1)), cells);
      if (twice != null || row.size() != head.size()) {
        throw new IllegalStateException("twice, or a cell too few or too many: " + row);
      }
    }
    return new Rights(head.subList(2, head.size()), lines);
  }

  Set<String> operations() {
    var all = new java.util.TreeSet<String>();
    lines.keySet().forEach(it -> all.add(it.operation()));
    return all;
  }

  /** The status that a role is to get; nothing when the operation names no such thing. */
  java.util.OptionalInt status(String operation, String thing, String role) {
    var cells = Objects.requireNonNull(lines.get(new Line(operation, thing)), operation);
    var cell = cells.get(roles.indexOf(role));
    return cell.equals("-")
        ? java.util.OptionalInt.empty()
        : java.util.OptionalInt.of(Integer.parseInt(cell));
  }

  /** The roles that are let in, or that are not. */
  List<String> roles(String operation, String thing, boolean allowed) {
    var some = new ArrayList<String>();
    for (var role : roles) {
      status(operation, thing, role)
          .ifPresent(status -> {
            if ((status < 300) == allowed) {
              some.add(role);
            }
          });
    }
    return some;
  }
}
