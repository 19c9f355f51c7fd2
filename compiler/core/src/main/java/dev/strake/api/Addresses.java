package dev.strake.api;

import dev.strake.value.Cidr;
import dev.strake.value.InterfaceAddress;
import dev.strake.value.IpAddress;
import dev.strake.value.IpFamily;
import dev.strake.value.Parsed;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses and their blocks. New fields take strict texts only. Old ones take what Go once
 * read, until 1.36 (StrictIPCIDRValidation): leading zeros, IPv4 in the clothes of IPv6, and blocks
 * with bits behind the prefix.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/ip.go">ip.go
 *     in apimachinery</a>
 * @see <a
 *     href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4858-ip-cidr-validation">KEP-4858</a>
 */
final class Addresses {

  private static final int STRICT_SINCE = 36;
  private static final Pattern ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
  private static final Pattern DOTTED = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20}){3}");

  private Addresses() {}

  /** IsValidIP. */
  static void ip(Cursor address) {
    Check.shapeAs(address, text -> Texts.problem(IpAddress.parse(text)));
  }

  /** IsValidIPForLegacyField. */
  static void legacyIp(Cursor address, ApiContext context) {
    if (context.isSince(STRICT_SINCE)) {
      ip(address);
    } else {
      Check.ip(address);
    }
  }

  /** IsValidCIDR. */
  static void cidr(Cursor block) {
    Check.shapeAs(block, text -> Texts.problem(Cidr.parse(text)));
  }

  /** IsValidCIDRForLegacyField. */
  static void legacyCidr(Cursor block, ApiContext context) {
    Check.shapeAs(block, text -> isLegacyCidr(text, context) ? null : cidrProblem(text));
  }

  static boolean isLegacyCidr(String text, ApiContext context) {
    return context.isSince(STRICT_SINCE) ? cidrProblem(text) == null : isSloppyCidr(text);
  }

  static @Nullable String cidrProblem(String text) {
    return Texts.problem(Cidr.parse(text));
  }

  /** What to say of a text that is no block. */
  static String cidrProblemOr(String text) {
    @Nullable String problem = cidrProblem(text);
    return problem == null ? "an address block" : problem;
  }

  private static boolean isSloppyIp(String text) {
    return LegacyIp.problem(text) == null;
  }

  private static boolean isSloppyCidr(String text) {
    int slash = text.indexOf('/');
    String length = text.substring(slash + 1);
    if (slash < 0 || !length.matches("[0-9]{1,9}")) {
      return false;
    }
    String address = text.substring(0, slash);
    int bits = find(address).map(found -> found.family().bits()).orElse(128);
    return isSloppyIp(address) && Integer.parseInt(length) <= bits;
  }

  /** The address that a text means, as ParseIPSloppy reads it; empty if it is none of ours. */
  static Optional<IpAddress> find(String text) {
    String plain = DOTTED.matcher(text).matches() ? withoutZeros(text) : text;
    return value(IpAddress.parse(plain));
  }

  private static String withoutZeros(String dotted) {
    return ZEROS.matcher(dotted).replaceAll("");
  }

  /** The block that a text means, its bits behind the prefix cleared. */
  static Optional<Cidr> findBlock(String text) {
    Optional<Cidr> strict = value(Cidr.parse(text));
    if (strict.isPresent() || !isSloppyCidr(text)) {
      return strict;
    }
    int slash = text.indexOf('/');
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return find(text.substring(0, slash)).map(address -> network(address, prefix));
  }

  private static Cidr network(IpAddress address, int prefix) {
    return value(Cidr.parse(address + "/" + prefix))
        .orElseGet(() -> InterfaceAddress.parse(address + "/" + prefix).orThrow().network());
  }

  /** Whether two texts are of different families; also if one is broken. */
  static boolean isDualStack(Optional<IpFamily> first, Optional<IpFamily> second) {
    return first.isEmpty() || second.isEmpty() || !first.equals(second);
  }

  private static <T> Optional<T> value(Parsed<T> parsed) {
    return parsed.match(Optional::of, bad -> Optional.<T>empty());
  }
}
