package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A key of a Secret: 1 to 253 letters, digits, hyphens, underscores and dots, and no way up a
 * directory.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go">IsConfigMapKey
 *     in apimachinery</a>
 */
public record SecretKey(String text) implements Comparable<SecretKey> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public SecretKey {
    Names.require(text, problem(text));
  }

  public static Parsed<SecretKey> parse(String text) {
    return Names.named(text, "a Secret's key", problem(text), SecretKey::new);
  }

  private static @Nullable String problem(String text) {
    if (text.isEmpty() || text.length() > Names.LONGEST_SUBDOMAIN) {
      return "it must have 1 to 253 characters";
    }
    if (text.equals(".") || text.startsWith("..")) {
      return "it would be a way up a directory";
    }
    return text.chars().allMatch(SecretKey::isAllowed)
        ? null
        : "only letters, digits, '-', '_' and '.' are allowed";
  }

  private static boolean isAllowed(int c) {
    return Names.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }

  @Override
  public int compareTo(SecretKey other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
