package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * The name of a role or of who has one, which may hold colons and more: {@code system:masters}. A
 * path segment: not empty, not {@code .} or {@code ..}, without {@code /} and {@code %}.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/validation/path/name.go">IsValidPathSegmentName
 *     in apimachinery</a>
 */
public record RbacName(String text) implements Comparable<RbacName> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public RbacName {
    Names.require(text, problem(text));
  }

  public static Parsed<RbacName> parse(String text) {
    return Names.named(text, "a name", problem(text), RbacName::new);
  }

  private static @Nullable String problem(String text) {
    if (text.isEmpty() || text.length() > Names.LONGEST_SUBDOMAIN) {
      return "it must have 1 to 253 characters";
    }
    if (text.equals(".") || text.equals("..")) {
      return "it would be a way through directories";
    }
    if (text.chars().anyMatch(c -> c == '/' || c == '%')) {
      return "'/' and '%' are not allowed";
    }
    return text.chars().anyMatch(Character::isISOControl) ? "it has a control character" : null;
  }

  @Override
  public int compareTo(RbacName other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
