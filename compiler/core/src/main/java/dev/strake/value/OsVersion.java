package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A distribution's release: {@code 24.04}, {@code 12}, {@code 9.4}.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/os-release.html#VERSION_ID=">os-release:
 *     VERSION_ID</a>
 */
public record OsVersion(String text) implements Comparable<OsVersion> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public OsVersion {
    Names.require(text, problem(text));
  }

  public static Parsed<OsVersion> parse(String text) {
    return Names.named(text, "a distribution's release", problem(text), OsVersion::new);
  }

  private static @Nullable String problem(String text) {
    return text.matches("[0-9]{1,4}(\\.[0-9]{1,3}){0,2}")
        ? null
        : "it must be a number such as 24.04, not a name";
  }

  @Override
  public int compareTo(OsVersion other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
