package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes kind: {@code DaemonSet}; one upper-case letter, then letters and digits.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/api-concepts/#standard-api-terminology">Kubernetes:
 *     API terminology</a>
 */
public record KindName(String text) implements Comparable<KindName> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public KindName {
    Names.require(text, problem(text));
  }

  public static Parsed<KindName> parse(String text) {
    return Names.named(text, "a kind", problem(text), KindName::new);
  }

  private static @Nullable String problem(String text) {
    if (text.isEmpty() || text.length() > Names.LONGEST_LABEL) {
      return "it must have 1 to 63 characters";
    }
    if (!text.chars().allMatch(Names::isLetterOrDigit)) {
      return "only letters and digits are allowed";
    }
    return text.charAt(0) >= 'A' && text.charAt(0) <= 'Z'
        ? null
        : "kinds begin with an upper-case letter";
  }

  @Override
  public int compareTo(KindName other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
