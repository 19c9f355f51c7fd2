package dev.strake.value;

/**
 * An IPv4 or IPv6 address: 128 bits in two longs, of which IPv4 uses the lowest 32.
 *
 * <p>Texts are read strictly, because their readers disagree about the rest: no leading zeros, no
 * zones, no IPv4 address in the clothes of an IPv6 one ({@code ::ffff:1.2.3.4}).
 *
 * @param high the upper 64 bits; 0 for IPv4
 * @param low the lower 64 bits
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/ip.go">IsValidIP
 *     in apimachinery</a>
 * @see <a href="https://pkg.go.dev/net/netip#ParseAddr">netip.ParseAddr</a>
 */
public record IpAddress(IpFamily family, long high, long low) implements Comparable<IpAddress> {

  /**
   * @throws IllegalArgumentException if an IPv4 address has more than 32 bits
   */
  public IpAddress {
    if (family == IpFamily.IPV4 && (high != 0 || low >>> 32 != 0)) {
      throw new IllegalArgumentException("an IPv4 address of more than 32 bits");
    }
  }

  public static Parsed<IpAddress> parse(String text) {
    return IpText.parse(text);
  }

  public boolean isIpv4() {
    return family == IpFamily.IPV4;
  }

  /** Whether it says "any address": {@code 0.0.0.0} or {@code ::}. */
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  /** Whether a machine reaches itself by it: {@code 127.0.0.0/8} or {@code ::1}. */
  public boolean isLoopback() {
    return isIpv4() ? low >>> 24 == 127 : high == 0 && low == 1;
  }

  /** Whether it is only good in one network: {@code 169.254.0.0/16} or {@code fe80::/10}. */
  public boolean isLinkLocalUnicast() {
    return isIpv4() ? low >>> 16 == 0xa9fe : high >>> 54 == 0xfe80 >>> 6;
  }

  /** Whether it is a group's in one network: {@code 224.0.0.0/24}, or of IPv6's scope 2. */
  public boolean isLinkLocalMulticast() {
    return isIpv4() ? low >>> 8 == 0xe00000 : (high >>> 48 & 0xff0f) == 0xff02;
  }

  /** Whether it is a group's: {@code 224.0.0.0/4} or {@code ff00::/8}. */
  private boolean isMulticast() {
    return isIpv4() ? low >>> 28 == 0xe : high >>> 56 == 0xff;
  }

  /** Whether it can be one machine's, seen from another network; private blocks count. */
  public boolean isGlobalUnicast() {
    boolean broadcast = isIpv4() && low == 0xffff_ffffL;
    return !isUnspecified()
        && !broadcast
        && !isLoopback()
        && !isMulticast()
        && !isLinkLocalUnicast();
  }

  /** The address so many steps further; those beyond the last wrap around. */
  IpAddress plus(long steps) {
    long sum = low + steps;
    if (isIpv4()) {
      return new IpAddress(family, 0, sum & 0xffff_ffffL);
    }
    boolean carry = Long.compareUnsigned(sum, low) < 0;
    return new IpAddress(family, carry ? high + 1 : high, sum);
  }

  /** The address one step before; the one before the first is the last. */
  public IpAddress previous() {
    if (isIpv4()) {
      return new IpAddress(family, 0, (low - 1) & 0xffff_ffffL);
    }
    return new IpAddress(family, low == 0 ? high - 1 : high, low - 1);
  }

  /** With the last bits cleared. */
  IpAddress withoutLastBits(int count) {
    return new IpAddress(family, high & ~highMask(count), low & ~lowMask(count));
  }

  /** With the last bits set. */
  IpAddress withLastBits(int count) {
    return new IpAddress(family, high | highMask(count), low | lowMask(count));
  }

  private static long highMask(int count) {
    return mask(count - 64);
  }

  private static long lowMask(int count) {
    return mask(Math.min(count, 64));
  }

  private static long mask(int count) {
    if (count <= 0) {
      return 0;
    }
    return count >= 64 ? -1 : (1L << count) - 1;
  }

  /** IPv4 before IPv6, then by number. */
  @Override
  public int compareTo(IpAddress other) {
    int byFamily = family.compareTo(other.family);
    if (byFamily != 0) {
      return byFamily;
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** Four decimal numbers, or IPv6 as RFC 5952 has it: lower case, the longest zeros left out. */
  @Override
  public String toString() {
    return IpText.print(this);
  }
}
