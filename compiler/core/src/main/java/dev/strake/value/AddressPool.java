package dev.strake.value;

/**
 * Addresses from one to another, both included: {@code 10.20.0.200-10.20.0.220}, or a block in CIDR
 * notation.
 *
 * @see <a href="https://metallb.io/configuration/#layer-2-configuration">MetalLB: address pools</a>
 */
public record AddressPool(String text, IpAddress first, IpAddress last)
    implements Comparable<AddressPool> {

  private static final String WHAT = "a range of addresses";

  public static Parsed<AddressPool> parse(String text) {
    if (text.indexOf('/') >= 0) {
      return Cidr.parse(text)
          .match(
              block -> Parsed.ok(new AddressPool(text, block.first(), block.last())),
              bad -> new Parsed.Bad<>(bad.reason(), bad.help()));
    }
    int hyphen = text.indexOf('-');
    if (hyphen < 0) {
      return Parsed.bad(
          WHAT + ": it has neither '-' nor '/'", "write the first and the last: 10.0.0.5-10.0.0.9");
    }
    return IpAddress.parse(text.substring(0, hyphen))
        .match(
            first ->
                IpAddress.parse(text.substring(hyphen + 1))
                    .match(last -> of(text, first, last), AddressPool::badEnd),
            AddressPool::badEnd);
  }

  private static Parsed<AddressPool> badEnd(Parsed.Bad<IpAddress> bad) {
    return Parsed.bad(WHAT + ", because one end is not " + bad.reason());
  }

  private static Parsed<AddressPool> of(String text, IpAddress first, IpAddress last) {
    if (first.family() != last.family()) {
      return Parsed.bad(WHAT + ": its ends are of two families");
    }
    return first.compareTo(last) > 0
        ? Parsed.bad(WHAT + ": it ends before it begins", "write " + last + "-" + first)
        : Parsed.ok(new AddressPool(text, first, last));
  }

  public boolean contains(IpAddress address) {
    return address.family() == first.family()
        && first.compareTo(address) <= 0
        && address.compareTo(last) <= 0;
  }

  public boolean overlaps(AddressPool other) {
    return contains(other.first) || other.contains(first);
  }

  @Override
  public int compareTo(AddressPool other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : last.compareTo(other.last);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
