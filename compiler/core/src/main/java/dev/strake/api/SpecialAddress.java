package dev.strake.api;

import dev.strake.value.Cidr;
import dev.strake.value.IpAddress;
import java.util.List;

/**
 * Addresses that mean no machine in particular, or only one's own.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateNonSpecialIP
 *     in validation.go</a>
 */
final class SpecialAddress {

  private static final List<Cidr> BLOCKS =
      List.of(
          block("0.0.0.0/32"),
          block("::/128"),
          block("127.0.0.0/8"),
          block("::1/128"),
          block("169.254.0.0/16"),
          block("fe80::/10"),
          block("224.0.0.0/24"),
          block("ff02::/16"),
          block("ff12::/16"),
          block("ff22::/16"),
          block("ff32::/16"));

  private SpecialAddress() {}

  private static Cidr block(String text) {
    return Cidr.parse(text).orThrow();
  }

  static boolean isSpecial(IpAddress address) {
    return BLOCKS.stream().anyMatch(block -> block.contains(address));
  }
}
