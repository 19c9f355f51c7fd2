package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * The value of a label or taint: empty, or at most 63 letters, digits, {@code -}, {@code _} and
 * {@code .}, with a letter or digit at both ends.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set">Kubernetes:
 *     labels</a>
 */
public record LabelValue(String text) implements Comparable<LabelValue> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public LabelValue {
    Names.require(text, problem(text));
  }

  public static Parsed<LabelValue> parse(String text) {
    return Names.named(text, "a label value", problem(text), LabelValue::new);
  }

  @Override
  public int compareTo(LabelValue other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }

  private static @Nullable String problem(String text) {
    return text.isEmpty() ? null : Names.wordProblem(text);
  }
}
