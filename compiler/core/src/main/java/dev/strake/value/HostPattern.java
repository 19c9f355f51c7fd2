package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A DNS name, or all names one label below one: {@code *.example.net}, as an Ingress rule has them.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards">Kubernetes:
 *     hostname wildcards</a>
 */
public record HostPattern(String text) implements Comparable<HostPattern> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public HostPattern {
    Names.require(text, problem(text));
  }

  public static Parsed<HostPattern> parse(String text) {
    return Names.named(text, "a host name or pattern", problem(text), HostPattern::new);
  }

  private static @Nullable String problem(String text) {
    String name = text.startsWith("*.") ? text.substring(2) : text;
    return Names.subdomainProblem(name);
  }

  /** Whether a name, or another pattern as a whole, is within this one. */
  public boolean covers(HostPattern other) {
    if (text.equals(other.text)) {
      return true;
    }
    int dot = other.text.indexOf('.');
    return text.startsWith("*.")
        && dot > 0
        && !other.text.startsWith("*")
        && other.text.substring(dot + 1).equals(text.substring(2));
  }

  @Override
  public int compareTo(HostPattern other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
