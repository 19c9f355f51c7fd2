package dev.strake.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place on a machine: an absolute POSIX path without {@code .} and {@code ..}, without control
 * characters, of 4095 characters at most.
 *
 * @see <a
 *     href="https://man7.org/linux/man-pages/man7/path_resolution.7.html">path_resolution(7)</a>
 */
public record AbsolutePath(String text) implements Comparable<AbsolutePath> {

  private static final int LONGEST = 4095;

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public AbsolutePath {
    Names.require(text, problem(text));
  }

  public static Parsed<AbsolutePath> parse(String text) {
    return Names.named(text, "an absolute path", problem(text), AbsolutePath::new);
  }

  private static @Nullable String problem(String text) {
    return text.startsWith("/") ? segmentsProblem(text, LONGEST) : "it does not start with '/'";
  }

  /** What is wrong with the parts of any path, absolute or not. */
  static @Nullable String segmentsProblem(String text, int longest) {
    if (text.length() > longest) {
      return "it has %s characters, and %s are allowed".formatted(text.length(), longest);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      return "it has a control character";
    }
    List<String> segments = List.of(text.split("/", -1));
    if (segments.contains("..")) {
      return "it climbs with '..'";
    }
    return segments.contains(".") ? "it has a '.' between slashes" : null;
  }

  @Override
  public int compareTo(AbsolutePath other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
