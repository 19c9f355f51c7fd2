package dev.strake.versions;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.SemanticVersion;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of releases that differ in their patches: {@code 1.36}, {@code 2.3}. */
public record MinorVersion(int major, int minor) implements Comparable<MinorVersion> {

  private static final Pattern SHAPE = Pattern.compile("(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)");
  private static final Comparator<MinorVersion> ORDER =
      Comparator.comparingInt(MinorVersion::major).thenComparingInt(MinorVersion::minor);

  public static MinorVersion of(KubernetesVersion version) {
    return new MinorVersion(version.major(), version.minor());
  }

  public static MinorVersion of(SemanticVersion version) {
    return new MinorVersion(version.major(), version.minor());
  }

  /**
   * A text of the program's own.
   *
   * @throws IllegalArgumentException if it is no minor
   */
  static MinorVersion of(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw new IllegalArgumentException("not a minor: " + text);
    }
    return new MinorVersion(Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2)));
  }

  /** The minor that follows, as long as the major stays. */
  public MinorVersion next() {
    return new MinorVersion(major, minor + 1);
  }

  @Override
  public int compareTo(MinorVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
