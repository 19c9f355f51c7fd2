package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * What follows the version in a Debian package's: {@code 1.1} in {@code 1.36.4-1.1}.
 *
 * @see <a href="https://www.debian.org/doc/debian-policy/ch-controlfields.html#version">Debian
 *     Policy: Version</a>
 */
public record DebRevision(String text) implements Comparable<DebRevision> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public DebRevision {
    Names.require(text, problem(text));
  }

  public static Parsed<DebRevision> parse(String text) {
    return Names.named(text, "a package revision", problem(text), DebRevision::new);
  }

  private static @Nullable String problem(String text) {
    if (text.isEmpty() || text.length() > 32) {
      return "it must have 1 to 32 characters";
    }
    return text.chars().allMatch(c -> Names.isLetterOrDigit(c) || c == '.' || c == '+' || c == '~')
        ? null
        : "only letters, digits, '.', '+' and '~' are allowed";
  }

  @Override
  public int compareTo(DebRevision other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
