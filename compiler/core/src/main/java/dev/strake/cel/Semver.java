package dev.strake.cel;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A semantic version, with an order in which pre-releases come before their release.
 *
 * @param preRelease its parts; none for a release
 * @param build counts neither for the order nor for equality
 * @see <a href="https://semver.org/#spec-item-11">Semantic Versioning, precedence</a>
 */
record Semver(long major, long minor, long patch, List<String> preRelease, String build)
    implements Comparable<Semver> {

  private static final String NUMBER = "(0|[1-9][0-9]{0,18})";
  private static final String PART = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
  private static final Pattern VERSION =
      Pattern.compile(
          NUMBER
              + "\\."
              + NUMBER
              + "\\."
              + NUMBER
              + "(?:-("
              + PART
              + "(?:\\."
              + PART
              + ")*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");
  private static final int LONGEST = 256;

  Semver {
    preRelease = List.copyOf(preRelease);
  }

  static Optional<Semver> parse(String text) {
    Matcher version = VERSION.matcher(text);
    if (text.length() > LONGEST || !version.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Semver(
              Long.parseLong(version.group(1)),
              Long.parseLong(version.group(2)),
              Long.parseLong(version.group(3)),
              version.group(4) == null ? List.of() : List.of(version.group(4).split("\\.")),
              version.group(5) == null ? "" : version.group(5)));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  /** Without a {@code v} in front and leading zeros, and with the numbers that are left out. */
  static String normalized(String text) {
    String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", 3);
    boolean shortened = parts.length < 3;
    if (shortened && parts[parts.length - 1].matches(".*[-+].*")) {
      return text;
    }
    Stream<String> bare = Stream.of(parts).map(p -> LEADING_ZEROS.matcher(p).replaceFirst(""));
    Stream<String> missing = Stream.generate(() -> "0").limit(3L - parts.length);
    return String.join(".", Stream.concat(bare, missing).toList());
  }

  @Override
  public int compareTo(Semver other) {
    int byNumbers = Long.compare(major, other.major);
    byNumbers = byNumbers != 0 ? byNumbers : Long.compare(minor, other.minor);
    byNumbers = byNumbers != 0 ? byNumbers : Long.compare(patch, other.patch);
    return byNumbers != 0 ? byNumbers : comparePreRelease(other);
  }

  private int comparePreRelease(Semver other) {
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    int common = Math.min(preRelease.size(), other.preRelease.size());
    for (int i = 0; i < common; i++) {
      int byPart = compareParts(preRelease.get(i), other.preRelease.get(i));
      if (byPart != 0) {
        return byPart;
      }
    }
    return Integer.compare(preRelease.size(), other.preRelease.size());
  }

  private static int compareParts(String a, String b) {
    boolean number = isNumber(a);
    if (number != isNumber(b)) {
      return number ? -1 : 1;
    }
    return number ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
  }

  private static boolean isNumber(String part) {
    return part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Semver version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    return List.of(major, minor, patch, preRelease).hashCode();
  }
}
