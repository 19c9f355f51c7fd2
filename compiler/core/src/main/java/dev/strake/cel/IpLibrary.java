package dev.strake.cel;

import static dev.strake.cel.CelFunction.global;
import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.BOOL;
import static dev.strake.cel.FunctionType.INT;
import static dev.strake.cel.FunctionType.STRING;

import dev.strake.value.IpAddress;
import dev.strake.value.Quoted;
import java.util.List;

/**
 * Addresses, read as strictly as our own: no zones, no leading zeros, no IPv4 in IPv6.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library">Kubernetes
 *     IP address library</a>
 */
final class IpLibrary implements CelLibrary {

  static final FunctionType<IpAddress> IP = FunctionType.opaque("net.IP", IpAddress.class);

  @Override
  public int sinceMinor() {
    return 30;
  }

  @Override
  public List<CelFunction> functions() {
    return List.of(
        global("ip", "string_to_ip", STRING, IP, IpLibrary::parse),
        global("isIP", "is_ip", STRING, BOOL, IpLibrary::isIp),
        global(
            "ip.isCanonical",
            "ip_is_canonical",
            STRING,
            BOOL,
            text -> parse(text).toString().equals(text)),
        global("string", "ip_to_string", IP, STRING, IpAddress::toString),
        member("family", "ip_family", IP, INT, ip -> ip.isIpv4() ? 4L : 6L),
        member("isUnspecified", "ip_is_unspecified", IP, BOOL, IpAddress::isUnspecified),
        member("isLoopback", "ip_is_loopback", IP, BOOL, IpAddress::isLoopback),
        member(
            "isLinkLocalMulticast",
            "ip_is_link_local_multicast",
            IP,
            BOOL,
            IpAddress::isLinkLocalMulticast),
        member(
            "isLinkLocalUnicast",
            "ip_is_link_local_unicast",
            IP,
            BOOL,
            IpAddress::isLinkLocalUnicast),
        member("isGlobalUnicast", "ip_is_global_unicast", IP, BOOL, IpAddress::isGlobalUnicast));
  }

  static IpAddress parse(String text) {
    return IpAddress.parse(text)
        .match(
            address -> address,
            bad -> {
              throw new CelFunctionFailure(Quoted.of(text) + " is not " + bad.reason());
            });
  }

  private static boolean isIp(String text) {
    return IpAddress.parse(text).match(address -> true, bad -> false);
  }
}
