package dev.strake.value;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a systemd timer elapses: {@code [days of the week] [[year-]month-day] [hour:minute[:second]]
 * [UTC]}, such as {@code Mon..Fri *-*-* 02:00:00}, or a word such as {@code daily}. Of systemd's
 * grammar, days counted from a month's end ({@code ~}), time zones but UTC, and parts of seconds
 * are refused.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/systemd.time.html#Calendar%20Events">systemd.time(7)</a>
 */
public record SystemdCalendar(String text) implements Comparable<SystemdCalendar> {

  private static final int LONGEST = 200;
  private static final List<String> WORDS =
      List.of(
          "minutely",
          "hourly",
          "daily",
          "weekly",
          "monthly",
          "quarterly",
          "semiannually",
          "yearly",
          "annually");
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final Pattern DATE = Pattern.compile("(?:([^-:]+)-)?([^-:]+)-([^-:]+)");
  private static final Pattern TIME = Pattern.compile("([^-:]+):([^-:]+)(?::([^-:]+))?");

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public SystemdCalendar {
    Names.require(text, problem(text));
  }

  public static Parsed<SystemdCalendar> parse(String text) {
    return Names.named(text, "a systemd calendar event", problem(text), SystemdCalendar::new);
  }

  private static @Nullable String problem(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      return "it must have 1 to %s characters".formatted(LONGEST);
    }
    List<String> parts = List.of(text.strip().split(" +", -1));
    boolean utc = parts.size() > 1 && parts.get(parts.size() - 1).equals("UTC");
    List<String> rest = utc ? parts.subList(0, parts.size() - 1) : parts;
    if (rest.size() == 1 && WORDS.contains(rest.get(0).toLowerCase(Locale.ROOT))) {
      return null;
    }
    int at = 0;
    String problem = null;
    if (at < rest.size() && Character.isLetter(rest.get(at).charAt(0))) {
      problem = daysProblem(rest.get(at++));
    }
    if (problem == null && at < rest.size() && rest.get(at).indexOf(':') < 0) {
      problem = dateProblem(rest.get(at++));
    }
    if (problem == null && at < rest.size()) {
      problem = timeProblem(rest.get(at++));
    }
    return problem != null || at == rest.size() ? problem : "it has more than day, date and time";
  }

  private static @Nullable String daysProblem(String text) {
    for (String part : text.split(",", -1)) {
      for (String day : part.split("\\.\\.", -1)) {
        String lower = day.toLowerCase(Locale.ROOT);
        if (DAYS.stream().noneMatch(d -> d.equals(lower) || d.substring(0, 3).equals(lower))) {
          return Quoted.of(day) + " is no day of the week; days are Mon to Sun";
        }
      }
    }
    return null;
  }

  private static @Nullable String dateProblem(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return "its date is not of the form year-month-day, such as *-*-01";
    }
    String year = date.group(1) == null ? null : problem("year", date.group(1), 1970, 2199);
    String month = problem("month", date.group(2), 1, 12);
    return year != null
        ? year
        : month != null ? month : problem("day of the month", date.group(3), 1, 31);
  }

  private static @Nullable String timeProblem(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return "its time is not of the form hour:minute:second, such as 02:00:00";
    }
    String hour = problem("hour", time.group(1), 0, 23);
    String minute = problem("minute", time.group(2), 0, 59);
    return hour != null
        ? hour
        : minute != null || time.group(3) == null
            ? minute
            : problem("second", time.group(3), 0, 59);
  }

  /** A list of {@code *}, {@code 1}, {@code 1..5}, each with a step behind a slash. */
  private static @Nullable String problem(String field, String text, int min, int max) {
    for (String part : text.split(",", -1)) {
      int slash = part.indexOf('/');
      String range = slash < 0 ? part : part.substring(0, slash);
      if (slash >= 0 && !part.substring(slash + 1).matches("0*[1-9][0-9]{0,3}")) {
        return "its " + field + " has a step that is not a number from 1 on";
      }
      if (!range.equals("*") && !isRange(range, min, max)) {
        return "its %s goes from %s to %s".formatted(field, min, max);
      }
    }
    return null;
  }

  private static boolean isRange(String text, int min, int max) {
    String[] ends = text.split("\\.\\.", -1);
    int previous = min;
    for (String end : ends) {
      int number = end.matches("[0-9]{1,4}") ? Integer.parseInt(end) : -1;
      if (number < previous || number > max) {
        return false;
      }
      previous = number;
    }
    return ends.length <= 2;
  }

  @Override
  public int compareTo(SystemdCalendar other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
