package dev.strake.value;

/**
 * The key of a label, annotation or taint: a name of at most 63 characters, with an optional DNS
 * prefix before a slash.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set">Kubernetes:
 *     labels</a>
 */
public record LabelKey(String text) implements Comparable<LabelKey> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public LabelKey {
    Names.require(text, Names.qualifiedProblem(text));
  }

  public static Parsed<LabelKey> parse(String text) {
    return Names.named(text, "a label key", Names.qualifiedProblem(text), LabelKey::new);
  }

  /** The DNS name before the slash; empty if there is none. */
  public String prefix() {
    return text.substring(0, Math.max(0, text.indexOf('/')));
  }

  @Override
  public int compareTo(LabelKey other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
