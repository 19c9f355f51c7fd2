package dev.strake.component;

import dev.strake.value.Cidr;
import dev.strake.value.InterfaceAddress;
import dev.strake.value.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses as the components read them, which is more leniently than the spec does: leading zeros
 * are decimal, an IPv4 address may be written as IPv6, and a block may have bits behind its prefix.
 *
 * @see <a href="https://github.com/kubernetes/utils/blob/master/net/parse.go">ParseIPSloppy and
 *     ParseCIDRSloppy</a>
 */
final class LenientAddresses {

  private static final String MAPPED = "::ffff:";
  private static final int LONGEST = 128;

  private LenientAddresses() {}

  static Optional<IpAddress> address(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = withoutLeadingZeros(text);
    String lower = plain.toLowerCase(Locale.ROOT);
    boolean mapped = lower.startsWith(MAPPED) && lower.indexOf('.') >= 0;
    return IpAddress.parse(mapped ? plain.substring(MAPPED.length()) : plain)
        .match(Optional::of, bad -> Optional.empty());
  }

  /** The block that an address with a prefix length is in. */
  static Optional<Cidr> block(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.length() > LONGEST) {
      return Optional.empty();
    }
    String address = withoutLeadingZeros(text.substring(0, slash));
    String prefix = text.substring(slash + 1).replaceFirst("^0+(?=[0-9])", "");
    return InterfaceAddress.parse(address + "/" + prefix)
        .match(found -> Optional.of(found.network()), bad -> Optional.empty());
  }

  /** The blocks of a list with commas; empty if one of them is none. */
  static Optional<List<Cidr>> blocks(String text) {
    List<Cidr> blocks = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Optional<Cidr> block = block(part);
      if (block.isEmpty()) {
        return Optional.empty();
      }
      blocks.add(block.get());
    }
    return Optional.of(blocks);
  }

  private static String withoutLeadingZeros(String address) {
    return address.replaceAll("(?<![0-9a-fA-F])0+(?=[0-9a-fA-F])", "");
  }
}
