package org.registan.administration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.registan.web.Fault;

/** What does not hold together in a calendar that fits the contract. */
final class CalendarCheck {

  private CalendarCheck() {}

  static List<Fault> faults(JsonNode entry) {
    var faults = new ArrayList<Fault>();
    var weekend = new HashSet<String>();
    each(
        entry.path("weekend"),
        (day, i) -> {
          if (!weekend.add(day.asText())) {
            faults.add(Fault.at("/weekend/" + i, "stands there already"));
          }
        });
    var holidays = new HashSet<String>();
    each(
        entry.path("holidays"),
        (holiday, i) -> {
          if (!holidays.add(holiday.path("date").asText())) {
            faults.add(Fault.at("/holidays/%d/date".formatted(i), "stands there already"));
          }
        });
    var worked = new HashSet<String>();
    each(
        entry.path("workingDays"),
        (day, i) -> {
          var at = "/workingDays/" + i;
          if (!worked.add(day.asText())) {
            faults.add(Fault.at(at, "stands there already"));
          } else if (holidays.contains(day.asText())) {
            faults.add(Fault.at(at, "is a holiday"));
          } else if (!weekend.contains(LocalDate.parse(day.asText()).getDayOfWeek().name())) {
            faults.add(Fault.at(at, "is worked anyway"));
          }
        });
    return faults;
  }

  private interface Visit {
    void visit(JsonNode element, int index);
  }

  private static void each(JsonNode array, Visit visit) {
    for (int i = 0; i < array.size(); i++) {
      visit.visit(array.path(i), i);
    }
  }
}
