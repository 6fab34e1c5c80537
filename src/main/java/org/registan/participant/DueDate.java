package org.registan.participant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day that was counted in working days, with all it was counted from: kept with what is due, so
 * that it can be explained after the calendar has changed.
 *
 * @param from the day after which counting began
 * @param calendarVersion of the participant in whose calendar it was counted
 * @param skipped the days between that were not working days
 */
public record DueDate(
    LocalDate from,
    int workingDays,
    int calendarVersion,
    String timeZone,
    List<Skipped> skipped,
    LocalDate due) {

  public DueDate {
    skipped = List.copyOf(skipped);
  }

  /** Why a day did not count. */
  public enum Reason {
    WEEKEND,
    HOLIDAY
  }

  /** A day that did not count, and the holiday's name if it has one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Skipped(LocalDate date, Reason reason, @Nullable String name) {}

  /** The instant at which the due day is over where the participant is; exclusive. */
  public Instant ends() {
    return due.plusDays(1).atStartOfDay(ZoneId.of(timeZone)).toInstant();
  }
}
