package dev.strake.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time span as Prometheus writes it: {@code 15d}, {@code 1y2w}; each unit at most once, from the
 * longest to the shortest, whole numbers only.
 *
 * @param seconds rounded down
 * @see <a
 *     href="https://prometheus.io/docs/prometheus/latest/configuration/configuration/#duration">Prometheus:
 *     duration</a>
 */
public record RetentionTime(String text, long seconds) implements Comparable<RetentionTime> {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:([0-9]{1,4})y)?(?:([0-9]{1,6})w)?(?:([0-9]{1,6})d)?(?:([0-9]{1,9})h)?"
              + "(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?(?:[0-9]{1,9}ms)?");
  private static final long[] UNITS = {365L * 86_400, 7L * 86_400, 86_400, 3_600, 60, 1};

  public static Parsed<RetentionTime> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Parsed.bad("a duration", "write a number with its unit, such as 15d or 12h");
    }
    long seconds = 0;
    for (int i = 0; i < UNITS.length; i++) {
      String part = parts.group(i + 1);
      seconds += part == null ? 0 : Long.parseLong(part) * UNITS[i];
    }
    return seconds == 0
        ? Parsed.bad("a duration: it is less than a second")
        : Parsed.ok(new RetentionTime(text, seconds));
  }

  @Override
  public int compareTo(RetentionTime other) {
    return Long.compare(seconds, other.seconds);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
