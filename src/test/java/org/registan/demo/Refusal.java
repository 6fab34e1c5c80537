package org.registan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One refused licence of the published statistics: the rows of one licence group. */
record Refusal(
    int group, LocalDate date, String destination, List<Rating> ratings, List<Integer> criteria) {

  /** All of them, oldest first, as the file has them. */
  static List<Refusal> all() {
    var groups = new LinkedHashMap<Integer, List<Map<String, String>>>();
    for (var row : DemoFiles.csv("uk-refusals.csv")) {
      groups
          .computeIfAbsent(
              Integer.valueOf(DemoFiles.cell(row, "licence_group")), group -> new ArrayList<>())
          .add(row);
    }
    return groups.entrySet().stream().map(group -> of(group.getKey(), group.getValue())).toList();
  }

  private static Refusal of(int group, List<Map<String, String>> rows) {
    var first = rows.getFirst();
    return new Refusal(
        group,
        LocalDate.parse(DemoFiles.cell(first, "date")),
        DemoFiles.cell(first, "destination"),
        rows.stream().map(row -> new Rating(DemoFiles.cell(row, "rating"))).toList(),
        criteria(DemoFiles.cell(first, "refusal_criteria")));
  }

  /** The source repeats a criterion for each licence in the group; once is enough. */
  private static List<Integer> criteria(String text) {
    return text.isEmpty()
        ? List.of()
        : List.of(text.split(" ", -1)).stream().map(Integer::valueOf).distinct().sorted().toList();
  }
}
