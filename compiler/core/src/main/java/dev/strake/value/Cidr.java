package dev.strake.value;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;

/**
 * A block of addresses: {@code 10.244.0.0/16}. The address is the block's first; one with bits
 * behind the prefix ({@code 10.244.3.0/16}) is refused, because it means an address in a network,
 * not the network.
 *
 * @param first the lowest address
 * @param prefix how many bits the addresses have in common
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/ip.go">IsValidCIDR
 *     in apimachinery</a>
 */
public record Cidr(IpAddress first, int prefix) implements Comparable<Cidr> {

  private static final String WHAT = "an address block";
  private static final Comparator<Cidr> ORDER =
      Comparator.comparing(Cidr::first).thenComparingInt(Cidr::prefix);

  /**
   * @throws IllegalArgumentException if it is no block
   */
  public Cidr {
    if (prefix < 0 || prefix > first.family().bits()) {
      throw new IllegalArgumentException("a prefix of " + prefix);
    }
    if (!first.withoutLastBits(first.family().bits() - prefix).equals(first)) {
      throw new IllegalArgumentException(first + " has bits behind its prefix");
    }
  }

  public static Parsed<Cidr> parse(String text) {
    return InterfaceAddress.parse(text, WHAT, "10.244.0.0/16")
        .match(
            found ->
                found.isNetworkAddress()
                    ? Parsed.ok(found.network())
                    : Parsed.bad(
                        WHAT + ": it has bits behind the prefix",
                        "write " + found.network() + ", or a longer prefix"),
            bad -> new Parsed.Bad<>(bad.reason(), bad.help()));
  }

  public IpFamily family() {
    return first.family();
  }

  /** How many bits tell its addresses apart. */
  public int hostBits() {
    return family().bits() - prefix;
  }

  /** The highest address. */
  public IpAddress last() {
    return first.withLastBits(hostBits());
  }

  /** How many addresses it has. */
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(hostBits());
  }

  public boolean contains(IpAddress address) {
    return address.family() == family() && address.withoutLastBits(hostBits()).equals(first);
  }

  /** Whether every address of the other is in this; a block contains itself. */
  public boolean contains(Cidr other) {
    return other.prefix >= prefix && contains(other.first);
  }

  /** Whether any address is in both; of two blocks that do, one contains the other. */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /**
   * The first address and so many further.
   *
   * @param n not negative
   * @return empty if the block has no such address
   */
  public Optional<IpAddress> nth(long n) {
    boolean inside = n >= 0 && (hostBits() >= 63 || n < 1L << hostBits());
    return inside ? Optional.of(first.plus(n)) : Optional.empty();
  }

  /**
   * Whether an address is the block's own name, which no machine can have. Blocks of one or two
   * addresses have no such name, by RFC 3021 and RFC 6164.
   */
  public boolean isNetworkAddress(IpAddress address) {
    return hostBits() > 1 && address.equals(first);
  }

  /** Whether an address is the one that reaches all of the block; IPv6 has none. */
  public boolean isBroadcast(IpAddress address) {
    return family() == IpFamily.IPV4 && hostBits() > 1 && address.equals(last());
  }

  /** By first address, a block before those inside it. */
  @Override
  public int compareTo(Cidr other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return first + "/" + prefix;
  }
}
