package dev.strake.sync.schedule;

import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Minutes as cron names them: minute, hour, day of the month, month, day of the week. As in
 * Kubernetes' CronJob, a day counts if both day fields match, or either if neither is {@code *}.
 *
 * @see <a href="https://github.com/robfig/cron/blob/v3/spec.go">the reading that Kubernetes has</a>
 */
public final class Cron {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private final String text;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet daysOfMonth;
  private final BitSet months;
  private final BitSet daysOfWeek;
  private final boolean bothDays;

  private Cron(String text, String[] fields) {
    this.text = text;
    this.minutes = field(fields[0], 0, 59, List.of());
    this.hours = field(fields[1], 0, 23, List.of());
    this.daysOfMonth = field(fields[2], 1, 31, List.of());
    this.months = field(fields[3], 1, 12, MONTHS);
    this.daysOfWeek = field(fields[4], 0, 6, DAYS);
    this.bothDays = isAny(fields[2]) || isAny(fields[4]);
  }

  /**
   * @throws IllegalArgumentException with the reason, if it is no such expression
   */
  public static Cron parse(String text) {
    String[] fields = text.strip().split("\\s+", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException("it has not five fields");
    }
    return new Cron(text, fields);
  }

  /** Whether a minute is one of them; seconds do not count. */
  public boolean matches(ZonedDateTime time) {
    return minutes.get(time.getMinute())
        && hours.get(time.getHour())
        && months.get(time.getMonthValue())
        && matchesDay(time);
  }

  private boolean matchesDay(ZonedDateTime time) {
    boolean month = daysOfMonth.get(time.getDayOfMonth());
    boolean week = daysOfWeek.get(time.getDayOfWeek().getValue() % 7);
    return bothDays ? month && week : month || week;
  }

  private static boolean isAny(String field) {
    return field.startsWith("*") || field.startsWith("?");
  }

  private static BitSet field(String text, int min, int max, List<String> words) {
    BitSet values = new BitSet(max + 1);
    for (String part : text.split(",", -1)) {
      part(part, min, max, words, values);
    }
    return values;
  }

  private static void part(String part, int min, int max, List<String> words, BitSet values) {
    int slash = part.indexOf('/');
    String range = slash < 0 ? part : part.substring(0, slash);
    int step = slash < 0 ? 1 : number(part.substring(slash + 1), 1, 9999, List.of());
    int first = min;
    int last = max;
    if (!range.equals("*") && !range.equals("?")) {
      int hyphen = range.indexOf('-');
      first = number(hyphen < 0 ? range : range.substring(0, hyphen), min, max, words);
      boolean single = hyphen < 0 && slash < 0;
      last =
          hyphen >= 0 ? number(range.substring(hyphen + 1), min, max, words) : single ? first : max;
    }
    if (first > last) {
      throw new IllegalArgumentException(part + " ends before it begins");
    }
    for (int value = first; value <= last; value += step) {
      values.set(value);
    }
  }

  private static int number(String text, int min, int max, List<String> words) {
    int word = words.indexOf(text.toLowerCase(Locale.ROOT));
    int number = word >= 0 ? min + word : text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    if (number < min || number > max) {
      throw new IllegalArgumentException("\"%s\" is not in %s to %s".formatted(text, min, max));
    }
    return number;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
