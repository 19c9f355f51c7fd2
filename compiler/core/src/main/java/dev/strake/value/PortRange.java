package dev.strake.value;

/**
 * Ports from one to another, both included: {@code 30000-32767}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/">kube-apiserver:
 *     service-node-port-range</a>
 */
public record PortRange(int first, int last) implements Comparable<PortRange> {

  private static final String WHAT = "a range of ports";

  /**
   * @throws IllegalArgumentException if the ports are none, or in the wrong order
   */
  public PortRange {
    if (new Port(first).compareTo(new Port(last)) > 0) {
      throw new IllegalArgumentException(first + "-" + last + " ends before it begins");
    }
  }

  /** Two ports with a hyphen between them. kube-apiserver's other form, 30000+2767, is refused. */
  public static Parsed<PortRange> parse(String text) {
    int hyphen = text.indexOf('-');
    if (hyphen < 0) {
      return Parsed.bad(WHAT + ": it has no '-'", "write the first and the last: 30000-32767");
    }
    return Port.parse(text.substring(0, hyphen))
        .match(
            first ->
                Port.parse(text.substring(hyphen + 1))
                    .match(last -> of(first, last), PortRange::badPort),
            PortRange::badPort);
  }

  private static Parsed<PortRange> badPort(Parsed.Bad<Port> bad) {
    return Parsed.bad(WHAT + ", because one end is not " + bad.reason());
  }

  private static Parsed<PortRange> of(Port first, Port last) {
    return first.compareTo(last) > 0
        ? Parsed.bad(
            WHAT + ": it ends before it begins", "write " + last.number() + "-" + first.number())
        : Parsed.ok(new PortRange(first.number(), last.number()));
  }

  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  public int size() {
    return last - first + 1;
  }

  @Override
  public int compareTo(PortRange other) {
    int byFirst = Integer.compare(first, other.first);
    return byFirst != 0 ? byFirst : Integer.compare(last, other.last);
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
