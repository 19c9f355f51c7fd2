package dev.strake.value;

/**
 * An address with the length of its network's prefix, as an interface carries it: {@code
 * 10.20.0.10/24}.
 */
public record InterfaceAddress(IpAddress address, int prefix)
    implements Comparable<InterfaceAddress> {

  /**
   * @throws IllegalArgumentException if the prefix is longer than the address
   */
  public InterfaceAddress {
    if (prefix < 0 || prefix > address.family().bits()) {
      throw new IllegalArgumentException("a prefix of " + prefix);
    }
  }

  public static Parsed<InterfaceAddress> parse(String text) {
    return parse(text, "an address with a prefix length", "10.20.0.10/24");
  }

  /** The shape that this and a block share. */
  static Parsed<InterfaceAddress> parse(String text, String what, String example) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Parsed.bad(what + ": the prefix length is missing", "write it as in " + example);
    }
    String prefix = text.substring(slash + 1);
    return IpAddress.parse(text.substring(0, slash))
        .match(
            address -> withPrefix(address, prefix, what),
            bad -> {
              String help = bad.help() == null ? "write it as in " + example : bad.help();
              return Parsed.bad(what + ": before the '/' is not " + bad.reason(), help);
            });
  }

  private static Parsed<InterfaceAddress> withPrefix(
      IpAddress address, String prefix, String what) {
    int most = address.family().bits();
    if (!prefix.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(prefix) > most) {
      return Parsed.bad(
          "%s: the prefix length of %s is a number from 0 to %s"
              .formatted(what, address.family(), most));
    }
    return Parsed.ok(new InterfaceAddress(address, Integer.parseInt(prefix)));
  }

  /** The network that the address is in. */
  public Cidr network() {
    return new Cidr(address.withoutLastBits(address.family().bits() - prefix), prefix);
  }

  /** Whether nothing is set behind the prefix. */
  boolean isNetworkAddress() {
    return network().first().equals(address);
  }

  @Override
  public int compareTo(InterfaceAddress other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(prefix, other.prefix);
  }

  @Override
  public String toString() {
    return address + "/" + prefix;
  }
}
