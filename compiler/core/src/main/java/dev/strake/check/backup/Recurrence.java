package dev.strake.check.backup;

import dev.strake.value.CronSchedule;
import dev.strake.value.SystemdCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When something runs again and again, to the minute.
 *
 * @param days on which it runs
 * @param minutes of such a day on which it runs, counted from midnight; not empty
 */
record Recurrence(Predicate<LocalDate> days, SortedSet<Integer> minutes) {

  /** The shortest and the longest time from one run to the next. */
  record Gaps(Duration shortest, Duration longest) {}

  /** Holds the 29th of February at least once. */
  private static final int YEARS = 9;

  private static final int DAY = 24 * 60;

  static Recurrence of(CronSchedule schedule) {
    return CronFields.of(schedule.text()).recurrence();
  }

  static Recurrence of(SystemdCalendar calendar) {
    return CalendarFields.of(calendar.text()).recurrence();
  }

  /**
   * @return empty if it runs at most once from a day on
   */
  Optional<Gaps> gapsFrom(LocalDate begin) {
    long shortest = Long.MAX_VALUE;
    long longest = -1;
    for (int minute : minutes.tailSet(minutes.first() + 1)) {
      int gap = minute - minutes.headSet(minute).last();
      shortest = Math.min(shortest, gap);
      longest = Math.max(longest, gap);
    }
    List<LocalDate> dates = begin.datesUntil(begin.plusYears(YEARS)).filter(days).toList();
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    int overnight = DAY - minutes.last() + minutes.first();
    for (int i = 1; i < dates.size(); i++) {
      long between = dates.get(i).toEpochDay() - dates.get(i - 1).toEpochDay();
      long gap = (between - 1) * DAY + overnight;
      shortest = Math.min(shortest, gap);
      longest = Math.max(longest, gap);
    }
    return longest < 0
        ? Optional.empty()
        : Optional.of(new Gaps(Duration.ofMinutes(shortest), Duration.ofMinutes(longest)));
  }

  /** Whether there is a day from this one on. */
  boolean runsFrom(LocalDate begin) {
    try (Stream<LocalDate> dates = begin.datesUntil(begin.plusYears(YEARS))) {
      return dates.anyMatch(days);
    }
  }

  /** Every minute of the hours. */
  static SortedSet<Integer> minutesOf(SortedSet<Integer> hours, SortedSet<Integer> minutes) {
    SortedSet<Integer> all = new TreeSet<>();
    hours.forEach(hour -> minutes.forEach(minute -> all.add(hour * 60 + minute)));
    return all;
  }
}
