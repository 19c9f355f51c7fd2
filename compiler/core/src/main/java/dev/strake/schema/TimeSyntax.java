package dev.strake.schema;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the API server reads a text as a time: RFC 3339 as Go parses it, which takes one digit
 * for the hour and a comma before the fraction.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/micro_time.go">RFC3339Micro
 *     in micro_time.go</a>
 */
final class TimeSyntax {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})T(?<hour>[0-9]{1,2})"
              + ":(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]+))?"
              + "(?:Z|[+-](?<zone>[0-9]{2}):(?<zoneMinute>[0-9]{2}))");
  private static final int LONGEST = 64;

  private TimeSyntax() {}

  /**
   * @param micro whether exactly six digits must follow the second
   */
  static boolean accepts(String text, boolean micro) {
    Matcher time = SHAPE.matcher(text);
    if (text.length() > LONGEST || !time.matches()) {
      return false;
    }
    String fraction = time.group("fraction");
    boolean fractionFits = !micro || (fraction != null && fraction.length() == 6);
    return fractionFits && isDate(time) && isTimeOfDay(time) && isZone(time);
  }

  private static boolean isDate(Matcher time) {
    int month = number(time, "month");
    int day = number(time, "day");
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(number(time, "year"), month).lengthOfMonth();
  }

  private static boolean isTimeOfDay(Matcher time) {
    return number(time, "hour") < 24 && number(time, "minute") < 60 && number(time, "second") < 60;
  }

  private static boolean isZone(Matcher time) {
    return time.group("zone") == null
        || (number(time, "zone") <= 24 && number(time, "zoneMinute") < 60);
  }

  private static int number(Matcher time, String group) {
    return Integer.parseInt(time.group(group));
  }
}
