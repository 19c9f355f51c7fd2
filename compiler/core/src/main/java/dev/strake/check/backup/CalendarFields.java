package dev.strake.check.backup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/**
 * The fields of a systemd calendar event; seconds do not matter here.
 *
 * @param weekdays {@code *} if it names none
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/systemd.time.html#Calendar%20Events">systemd.time(7)</a>
 */
record CalendarFields(
    String weekdays, String year, String month, String day, String hour, String minute) {

  private static final Map<String, String> WORDS =
      Map.of(
          "minutely", "*-*-* *:*:00",
          "hourly", "*-*-* *:00:00",
          "daily", "*-*-* 00:00:00",
          "weekly", "Mon *-*-* 00:00:00",
          "monthly", "*-*-01 00:00:00",
          "quarterly", "*-01,04,07,10-01 00:00:00",
          "semiannually", "*-01,07-01 00:00:00",
          "yearly", "*-01-01 00:00:00",
          "annually", "*-01-01 00:00:00");
  private static final String RANGE = "..";
  private static final NumberSet WEEKDAYS =
      new NumberSet(RANGE, 1, 7, List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun"));
  private static final NumberSet YEARS = new NumberSet(RANGE, 1970, 2199, List.of());
  private static final NumberSet MONTHS = new NumberSet(RANGE, 1, 12, List.of());
  private static final NumberSet DAYS = new NumberSet(RANGE, 1, 31, List.of());
  private static final NumberSet HOURS = new NumberSet(RANGE, 0, 23, List.of());
  private static final NumberSet MINUTES = new NumberSet(RANGE, 0, 59, List.of());

  static CalendarFields of(String text) {
    List<String> parts = new ArrayList<>(List.of(text.strip().split(" +", -1)));
    parts.remove("UTC");
    String word = parts.get(0).toLowerCase(Locale.ROOT);
    if (WORDS.containsKey(word)) {
      parts = new ArrayList<>(List.of(WORDS.get(word).split(" ", -1)));
    }
    String weekdays = Character.isLetter(parts.get(0).charAt(0)) ? parts.remove(0) : "*";
    boolean dated = !parts.isEmpty() && parts.get(0).indexOf(':') < 0;
    String[] date = (dated ? parts.remove(0) : "*-*-*").split("-", -1);
    String[] time = (parts.isEmpty() ? "0:0" : parts.get(0)).split(":", -1);
    int month = date.length - 2;
    String year = month == 0 ? "*" : date[0];
    return new CalendarFields(weekdays, year, date[month], date[month + 1], time[0], time[1]);
  }

  Recurrence recurrence() {
    SortedSet<Integer> ofWeek = WEEKDAYS.read(weekdays);
    SortedSet<Integer> years = YEARS.read(year);
    SortedSet<Integer> months = MONTHS.read(month);
    SortedSet<Integer> days = DAYS.read(day);
    return new Recurrence(
        (LocalDate date) ->
            ofWeek.contains(date.getDayOfWeek().getValue())
                && years.contains(date.getYear())
                && months.contains(date.getMonthValue())
                && days.contains(date.getDayOfMonth()),
        Recurrence.minutesOf(HOURS.read(hour), MINUTES.read(minute)));
  }
}
