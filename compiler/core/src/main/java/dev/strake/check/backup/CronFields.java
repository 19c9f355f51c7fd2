package dev.strake.check.backup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * The five fields of a cron schedule.
 *
 * @see <a href="https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format">cron:
 *     expression format</a>
 */
record CronFields(String minute, String hour, String day, String month, String weekday) {

  private static final Map<String, String> WORDS =
      Map.of(
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *",
          "@monthly", "0 0 1 * *",
          "@weekly", "0 0 * * 0",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@hourly", "0 * * * *");
  private static final String RANGE = "-";
  private static final NumberSet MINUTES = new NumberSet(RANGE, 0, 59, List.of());
  private static final NumberSet HOURS = new NumberSet(RANGE, 0, 23, List.of());
  private static final NumberSet DAYS = new NumberSet(RANGE, 1, 31, List.of());
  private static final NumberSet MONTHS =
      new NumberSet(
          RANGE,
          1,
          12,
          List.of(
              "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));
  private static final NumberSet WEEKDAYS =
      new NumberSet(RANGE, 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  static CronFields of(String text) {
    String[] fields = WORDS.getOrDefault(text, text).strip().split(" +", -1);
    return new CronFields(fields[0], fields[1], fields[2], fields[3], fields[4]);
  }

  Recurrence recurrence() {
    SortedSet<Integer> months = MONTHS.read(month);
    SortedSet<Integer> days = DAYS.read(day);
    SortedSet<Integer> weekdays = WEEKDAYS.read(weekday);
    Predicate<LocalDate> ofMonth = date -> days.contains(date.getDayOfMonth());
    // ISO's Sunday is the seventh day, cron's the one before the first.
    Predicate<LocalDate> ofWeek = date -> weekdays.contains(date.getDayOfWeek().getValue() % 7);
    // Where both are limited, a day that either of them names is enough.
    Predicate<LocalDate> both =
        isOpen(day) || isOpen(weekday) ? ofMonth.and(ofWeek) : ofMonth.or(ofWeek);
    return new Recurrence(
        both.and(date -> months.contains(date.getMonthValue())),
        Recurrence.minutesOf(HOURS.read(hour), MINUTES.read(minute)));
  }

  private static boolean isOpen(String field) {
    return field.startsWith("*") || field.startsWith("?");
  }
}
