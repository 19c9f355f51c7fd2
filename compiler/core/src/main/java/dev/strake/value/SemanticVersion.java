package dev.strake.value;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of something: {@code 2.3.2} or {@code v3.32.0}, with all three numbers. Pre-releases
 * and build metadata are kept but do not count in comparisons: {@code 1.2.3-rc.1} is before {@code
 * 1.2.3}.
 *
 * @param text as it was written, with or without the v
 * @param suffix what follows the numbers; empty for a release
 * @see <a href="https://semver.org">Semantic Versioning</a>
 */
public record SemanticVersion(String text, int major, int minor, int patch, String suffix)
    implements Comparable<SemanticVersion> {

  private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
  private static final Pattern VERSION =
      Pattern.compile(
          "v?" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + "([-+][0-9A-Za-z.+-]{1,80})?");
  private static final Comparator<SemanticVersion> ORDER =
      Comparator.comparingInt(SemanticVersion::major)
          .thenComparingInt(SemanticVersion::minor)
          .thenComparingInt(SemanticVersion::patch)
          .thenComparing(SemanticVersion::isPreRelease, Comparator.reverseOrder())
          .thenComparing(SemanticVersion::text);

  public static Parsed<SemanticVersion> parse(String text) {
    Matcher version = VERSION.matcher(text);
    if (!version.matches()) {
      return Parsed.bad("a version", "write all three numbers, such as 2.3.2");
    }
    String suffix = version.group(4) == null ? "" : version.group(4);
    return Parsed.ok(
        new SemanticVersion(text, part(version, 1), part(version, 2), part(version, 3), suffix));
  }

  private static int part(Matcher version, int group) {
    return Integer.parseInt(version.group(group));
  }

  public boolean isPreRelease() {
    return suffix.startsWith("-");
  }

  /** Without the v. */
  public String bare() {
    return text.startsWith("v") ? text.substring(1) : text;
  }

  @Override
  public int compareTo(SemanticVersion other) {
    return ORDER.compare(this, other);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
