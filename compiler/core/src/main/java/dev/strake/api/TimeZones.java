package dev.strake.api;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of time zones.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go">validateTimeZone
 *     in validation.go</a>
 */
final class TimeZones {

  private static final Pattern PART = Pattern.compile("[A-Za-z._0-9+][-A-Za-z._0-9+]{0,13}");

  /** Names of the time zone database that Java keeps under other names or not at all. */
  private static final Set<String> FURTHER =
      Set.of("EST", "MST", "HST", "ROC", "GMT+0", "GMT-0", "Factory");

  private TimeZones() {}

  /** What keeps a text from being a time zone, as in "x is not ..."; null if nothing does. */
  static @Nullable String problem(String text) {
    boolean ok =
        Arrays.stream(text.split("/", -1)).allMatch(TimeZones::isPart)
            && !text.equalsIgnoreCase("Local")
            && !text.startsWith("SystemV/")
            && (ZoneId.getAvailableZoneIds().contains(text) || FURTHER.contains(text));
    return ok ? null : "a time zone of the IANA database, such as Europe/Berlin or Etc/UTC";
  }

  private static boolean isPart(String text) {
    return PART.matcher(text).matches() && !text.equals(".") && !text.equals("..");
  }
}
