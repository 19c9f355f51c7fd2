package dev.strake.cel;

import static dev.strake.cel.CelFunction.global;
import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.BOOL;
import static dev.strake.cel.FunctionType.INT;
import static dev.strake.cel.FunctionType.STRING;
import static dev.strake.cel.IpLibrary.IP;

import dev.strake.value.InterfaceAddress;
import dev.strake.value.Quoted;
import java.util.List;

/**
 * Address blocks. Bits behind the prefix are kept, so that {@code masked()} has something to do.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-cidr-library">Kubernetes
 *     CIDR library</a>
 */
final class CidrLibrary implements CelLibrary {

  private static final FunctionType<InterfaceAddress> CIDR =
      FunctionType.opaque("net.CIDR", InterfaceAddress.class);

  @Override
  public int sinceMinor() {
    return 30;
  }

  @Override
  public List<CelFunction> functions() {
    return List.of(
        global("cidr", "string_to_cidr", STRING, CIDR, CidrLibrary::parse),
        global("isCIDR", "is_cidr", STRING, BOOL, CidrLibrary::isCidr),
        global("string", "cidr_to_string", CIDR, STRING, InterfaceAddress::toString),
        member(
            "containsIP",
            "cidr_contains_ip_string",
            CIDR,
            STRING,
            BOOL,
            (block, ip) -> block.network().contains(IpLibrary.parse(ip))),
        member(
            "containsIP",
            "cidr_contains_ip_ip",
            CIDR,
            IP,
            BOOL,
            (block, ip) -> block.network().contains(ip)),
        member(
            "containsCIDR",
            "cidr_contains_cidr_string",
            CIDR,
            STRING,
            BOOL,
            (block, other) -> contains(block, parse(other))),
        member("containsCIDR", "cidr_contains_cidr", CIDR, CIDR, BOOL, CidrLibrary::contains),
        member("ip", "cidr_ip", CIDR, IP, InterfaceAddress::address),
        member("prefixLength", "cidr_prefix_length", CIDR, INT, block -> (long) block.prefix()),
        member("masked", "cidr_masked", CIDR, CIDR, CidrLibrary::masked));
  }

  /**
   * As the server's code has it, which compares the two addresses: {@code 10.0.0.0/8} contains
   * {@code 10.0.0.0/16}, but not {@code 10.1.0.0/16}, whatever its documentation says.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/cel/library/cidr.go">cidrContainsCIDR
   *     in cidr.go</a>
   */
  private static boolean contains(InterfaceAddress block, InterfaceAddress other) {
    return block.prefix() <= other.prefix() && block.network().first().equals(other.address());
  }

  private static InterfaceAddress masked(InterfaceAddress block) {
    return new InterfaceAddress(block.network().first(), block.prefix());
  }

  private static InterfaceAddress parse(String text) {
    return InterfaceAddress.parse(text)
        .match(
            block -> block,
            bad -> {
              throw new CelFunctionFailure(Quoted.of(text) + " is not " + bad.reason());
            });
  }

  private static boolean isCidr(String text) {
    return InterfaceAddress.parse(text).match(block -> true, bad -> false);
  }
}
