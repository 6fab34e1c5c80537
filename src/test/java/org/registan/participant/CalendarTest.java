package org.registan.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Working days are counted as a person with the calendar on the wall would count them. */
class CalendarTest {

  private static final int CALENDARS = 2_000;
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 15);

  @Test
  void tenWorkingDaysAreTwoWeeksWhereNothingIsSaid() {
    var due = Calendar.usual("Asia/Karachi").after(MONDAY, 10);

    assertThat(due.due()).isEqualTo(MONDAY.plusWeeks(2));
    assertThat(due.skipped())
        .extracting(DueDate.Skipped::reason)
        .containsOnly(DueDate.Reason.WEEKEND)
        .hasSize(4);
  }

  @Test
  void aHolidayPutsTheDayOffAndAMovedDayBringsItBack() {
    var nauryz = new Calendar.Holiday(LocalDate.of(2027, 3, 22), "Nauryz");
    var saturday = LocalDate.of(2027, 3, 20);
    var weekend = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    var rested = new Calendar(1, "Asia/Almaty", weekend, List.of(nauryz), List.of());
    var moved = new Calendar(2, "Asia/Almaty", weekend, List.of(nauryz), List.of(saturday));

    assertThat(rested.after(MONDAY, 5).due()).isEqualTo(LocalDate.of(2027, 3, 23));
    assertThat(rested.after(MONDAY, 5).skipped())
        .contains(new DueDate.Skipped(nauryz.date(), DueDate.Reason.HOLIDAY, "Nauryz"));
    assertThat(moved.after(MONDAY, 5).due()).isEqualTo(saturday);
  }

  @Test
  void anEventCountsFromTheDayItIsWhereTheParticipantIs() {
    var evening = Instant.parse("2027-03-14T20:00:00Z");

    var there = Calendar.usual("Asia/Tashkent").after(evening, 1);
    var here = Calendar.usual("UTC").after(evening, 1);

    assertThat(there.from()).isEqualTo(MONDAY);
    assertThat(there.due()).isEqualTo(MONDAY.plusDays(1));
    assertThat(there.ends()).isEqualTo(Instant.parse("2027-03-16T19:00:00Z"));
    assertThat(here.due()).isEqualTo(MONDAY);
  }

  @Test
  void noWorkingDaysAreNoTime() {
    assertThatThrownBy(() -> Calendar.usual("UTC").after(MONDAY, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyCountIsThatOfAWalkDayByDay() {
    var chance = new Random(7);
    for (int i = 0; i < CALENDARS; i++) {
      var calendar = calendar(chance);
      var from = day(chance);
      int days = 1 + chance.nextInt(40);

      var counted = calendar.after(from, days);

      assertThat(counted.due())
          .as("%s, %s + %d", calendar, from, days)
          .isEqualTo(walked(calendar, from, days));
      assertThat(counted.skipped().stream().map(DueDate.Skipped::date))
          .containsExactlyElementsOf(between(calendar, counted, false));
      assertThat(between(calendar, counted, true)).hasSize(days - 1);
      assertThat(counted.calendarVersion()).isEqualTo(calendar.version());
    }
  }

  /** The first day that so many working days have begun by. */
  private static LocalDate walked(Calendar calendar, LocalDate from, int days) {
    var worked = new ArrayList<LocalDate>();
    for (var day = from.plusDays(1); worked.size() < days; day = day.plusDays(1)) {
      if (works(calendar, day)) {
        worked.add(day);
      }
    }
    return worked.getLast();
  }

  private static List<LocalDate> between(Calendar calendar, DueDate counted, boolean worked) {
    return Stream.iterate(counted.from().plusDays(1), it -> it.plusDays(1))
        .takeWhile(it -> it.isBefore(counted.due()))
        .filter(it -> works(calendar, it) == worked)
        .toList();
  }

  private static boolean works(Calendar calendar, LocalDate day) {
    var holiday = calendar.holidays().stream().anyMatch(it -> it.date().isEqual(day));
    var weekend = calendar.weekend().stream().anyMatch(it -> it == day.getDayOfWeek());
    return !holiday && (!weekend || calendar.workingDays().stream().anyMatch(day::isEqual));
  }

  private static Calendar calendar(Random chance) {
    var week = new ArrayList<>(List.of(DayOfWeek.values()));
    Collections.shuffle(week, chance);
    var holidays = Stream.generate(() -> new Calendar.Holiday(day(chance), null));
    var moved = Stream.generate(() -> day(chance));
    return new Calendar(
        chance.nextInt(9),
        "Asia/Bishkek",
        week.subList(0, chance.nextInt(7)),
        holidays.limit(chance.nextInt(30)).toList(),
        moved.limit(chance.nextInt(10)).toList());
  }

  private static LocalDate day(Random chance) {
    return MONDAY.plusDays(chance.nextInt(90));
  }
}
