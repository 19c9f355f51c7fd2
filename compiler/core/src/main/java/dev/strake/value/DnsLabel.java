package dev.strake.value;

/**
 * A DNS-1123 label: 1 to 63 lower-case letters, digits and hyphens, with a letter or digit at both
 * ends. Names of namespaces and services are labels.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names">Kubernetes:
 *     DNS label names</a>
 */
public record DnsLabel(String text) implements Comparable<DnsLabel> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public DnsLabel {
    Names.require(text, Names.labelProblem(text));
  }

  public static Parsed<DnsLabel> parse(String text) {
    return Names.named(text, "a DNS label", Names.labelProblem(text), DnsLabel::new);
  }

  @Override
  public int compareTo(DnsLabel other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
