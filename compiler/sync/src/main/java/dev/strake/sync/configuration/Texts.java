package dev.strake.sync.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the file's texts mean. Each throws IllegalArgumentException with the reason if nothing. */
final class Texts {

  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})s)?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private Texts() {}

  static Duration duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      throw new IllegalArgumentException("it is no duration");
    }
    Duration sum =
        Duration.ofDays(number(parts.group(1)))
            .plusHours(number(parts.group(2)))
            .plusMinutes(number(parts.group(3)))
            .plusSeconds(number(parts.group(4)));
    if (sum.isZero()) {
      throw new IllegalArgumentException("it is no time at all");
    }
    return sum;
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no such time zone", e);
    }
  }

  /** Absolute: where a service is started from means nothing. */
  static Path file(String text) {
    try {
      Path path = Path.of(text);
      if (!path.isAbsolute()) {
        throw new IllegalArgumentException("it is not an absolute path");
      }
      return path.normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("it is no path", e);
    }
  }

  /** A name as Kubernetes has them. */
  static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "it is not made of at most 63 small letters, digits and hyphens");
    }
    return text;
  }

  /** A folder of a repository, from its root. */
  static String folder(String text) {
    String path = text.replaceAll("^(\\./)+|/+$", "");
    for (String part : path.split("/", -1)) {
      if (part.equals("..") || (part.isEmpty() && !path.isEmpty())) {
        throw new IllegalArgumentException("it leads out of the repository");
      }
    }
    return path.equals(".") ? "" : path;
  }
}
