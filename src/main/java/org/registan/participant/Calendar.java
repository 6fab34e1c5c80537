package org.registan.participant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a participant works: the days of its weekend but those it moved work to, its holidays, and
 * the time zone in which its days begin. The only place where working days are counted.
 *
 * @param version counts the participant's changes; 0 is the platform's default
 * @param workingDays days of the weekend that are worked
 */
public record Calendar(
    int version,
    String timeZone,
    List<DayOfWeek> weekend,
    List<Holiday> holidays,
    List<LocalDate> workingDays) {

  public Calendar {
    weekend = List.copyOf(weekend);
    holidays = List.copyOf(holidays);
    workingDays = List.copyOf(workingDays);
  }

  /** A day off that is no day of the weekend by itself. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Holiday(LocalDate date, @Nullable String name) {}

  /** What a participant that said nothing about it is taken to keep. */
  static Calendar usual(String timeZone) {
    return new Calendar(
        0, timeZone, List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(), List.of());
  }

  /** The last of so many working days after an event; the day of the event does not count. */
  public DueDate after(Instant event, int days) {
    return after(LocalDate.ofInstant(event, ZoneId.of(timeZone)), days);
  }

  /** The last of so many working days after a day. */
  public DueDate after(LocalDate from, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("no working day is counted");
    }
    var skipped = new ArrayList<DueDate.Skipped>();
    var day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      var off = off(day);
      off.ifPresent(skipped::add);
      left -= off.isEmpty() ? 1 : 0;
    }
    return new DueDate(from, days, version, timeZone, skipped, day);
  }

  private Optional<DueDate.Skipped> off(LocalDate day) {
    var holiday = holidays.stream().filter(it -> it.date().equals(day)).findFirst();
    if (holiday.isPresent()) {
      var name = holiday.get().name();
      return Optional.of(new DueDate.Skipped(day, DueDate.Reason.HOLIDAY, name));
    }
    return weekend.contains(day.getDayOfWeek()) && !workingDays.contains(day)
        ? Optional.of(new DueDate.Skipped(day, DueDate.Reason.WEEKEND, null))
        : Optional.empty();
  }
}
