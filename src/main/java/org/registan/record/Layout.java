package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record as a table, read off the type of its content. A list whose members have lists
 * of their own gets a row for each, and a column that numbers them; everything else gets a cell.
 * Each value is said once, so that a table is as long as its records; only the names of a record
 * and its label stand on each of its rows.
 */
public final class Layout {

  /** What every view of a record says beside its content. */
  private static final List<String> FRAME =
      List.of(
          "reference",
          "owner",
          "id",
          "disclosure",
          "version",
          "updatedAt",
          "status",
          "agency",
          "held",
          "personsErased");

  /** The empty list, where rows are numbered. */
  static final String NONE = "0";

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<String> lists = new ArrayList<>();
  private final Set<String> frame;
  private final Set<String> everywhere = new HashSet<>(List.of("reference", "owner"));

  private Layout(Class<?> type, List<String> life, Set<String> marks) {
    everywhere.addAll(marks);
    FRAME.forEach(this::frame);
    life.forEach(this::frame);
    frame =
        columns.values().stream()
            .map(it -> it.at().getFirst())
            .collect(Collectors.toUnmodifiableSet());
    add("", "", List.of(), type);
  }

  /**
   * The layout of a type.
   *
   * @param life what its acts note in a record, by dotted names
   * @param marks members, short ones, without which no row may stand
   */
  public static Layout of(Class<?> type, List<String> life, Set<String> marks) {
    return new Layout(type, life, marks);
  }

  private void frame(String name) {
    columns.put(
        name, new Column(name, "", List.of(name.split("\\.", -1)), Column.Kind.TEXT, List.of()));
  }

  private void add(String list, String prefix, List<String> above, Class<?> type) {
    for (var component : type.getRecordComponents()) {
      var name = prefix + component.getName();
      var at = Stream.concat(above.stream(), Stream.of(component.getName())).toList();
      var element = element(component.getGenericType());
      var many = component.getType() == List.class;
      if (many && element.isRecord() && !isFlat(element)) {
        lists.add(component.getName());
        columns.put(name, new Column(name, name, List.of(), Column.Kind.NUMBER, List.of()));
        add(component.getName(), name + ".", List.of(), element);
      } else if (!many && element.isRecord()) {
        add(list, name + ".", at, element);
      } else {
        columns.put(name, new Column(name, list, at, kind(many, element), names(element)));
      }
    }
  }

  private static Column.Kind kind(boolean many, Class<?> element) {
    if (many) {
      return element.isRecord() ? Column.Kind.PARTS : Column.Kind.LIST;
    }
    return element == Boolean.class ? Column.Kind.FLAG : Column.Kind.TEXT;
  }

  private static boolean isFlat(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .noneMatch(it -> it.getType() == List.class || it.getType().isRecord());
  }

  private static List<String> names(Class<?> type) {
    return type.isRecord()
        ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList()
        : List.of();
  }

  private static Class<?> element(Type type) {
    return type instanceof ParameterizedType list
        ? element(list.getActualTypeArguments()[0])
        : (Class<?>) type;
  }

  /** The heading. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** The members of a view that are not its content. */
  public Set<String> frame() {
    return frame;
  }

  /**
   * A view as rows, each as long as the heading and made when it is asked for; a cell without a
   * value is null. The first has what concerns the whole record and the first of each list.
   */
  public Stream<List<@Nullable String>> rows(JsonNode view) {
    var first =
        lists.stream()
            .filter(list -> !view.path(list).isEmpty())
            .collect(Collectors.toMap(list -> list, list -> 0));
    var further =
        lists.stream()
            .flatMap(list ->
                IntStream.range(1, Math.max(1, view.path(list).size()))
                    .mapToObj(index -> row(view, Map.of(list, index), false)));
    return Stream.concat(Stream.of(first).map(it -> row(view, it, true)), further);
  }

  private List<@Nullable String> row(JsonNode view, Map<String, Integer> place, boolean isFirst) {
    var row = new ArrayList<@Nullable String>();
    for (var column : columns.values()) {
      var index = place.get(column.list());
      if (column.kind() == Column.Kind.NUMBER) {
        row.add(index != null ? String.valueOf(index + 1) : none(view, column, isFirst));
      } else if (column.list().isEmpty()) {
        row.add(isFirst || everywhere.contains(column.at().getFirst()) ? column.cell(view) : null);
      } else {
        row.add(index == null ? null : column.cell(view.path(column.list()).path(index)));
      }
    }
    return row;
  }

  private static @Nullable String none(JsonNode view, Column column, boolean isFirst) {
    return isFirst && view.has(column.list()) ? NONE : null;
  }

  /** The content that the rows of one record say. */
  public Gathered gather(List<Line> lines, Map<String, String> defaults) {
    return new Gathering(this, lines, defaults).gathered();
  }

  /** Whether content can stand in a column of this name. */
  public boolean takes(String column) {
    return columns.containsKey(column) && !frame.contains(columns.get(column).root());
  }

  /** How the cells of a column are filled in; nothing where that goes without saying. */
  public String form(String column) {
    return all()
        .filter(it -> it.name().equals(column))
        .filter(it -> it.kind() != Column.Kind.TEXT && it.kind() != Column.Kind.NUMBER)
        .map(Column::form)
        .collect(Collectors.joining());
  }

  Stream<Column> all() {
    return columns.values().stream();
  }

  Stream<Column> content(String list) {
    return columns.values().stream()
        .filter(it -> it.list().equals(list) && it.kind() != Column.Kind.NUMBER)
        .filter(it -> !list.isEmpty() || !frame.contains(it.at().getFirst()));
  }

  List<String> lists() {
    return lists;
  }
}
