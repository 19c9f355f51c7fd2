package dev.strake.value;

/**
 * A DNS-1123 subdomain: labels with dots between them, 253 characters at most. Names of nodes and
 * of most objects are subdomains. As in Kubernetes, a single label may be longer than 63
 * characters.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names">Kubernetes:
 *     DNS subdomain names</a>
 */
public record DnsSubdomain(String text) implements Comparable<DnsSubdomain> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public DnsSubdomain {
    Names.require(text, Names.subdomainProblem(text));
  }

  public static Parsed<DnsSubdomain> parse(String text) {
    return Names.named(text, "a DNS subdomain", Names.subdomainProblem(text), DnsSubdomain::new);
  }

  @Override
  public int compareTo(DnsSubdomain other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
