package dev.strake.component;

import dev.strake.value.DnsSubdomain;
import java.util.Optional;

/**
 * Texts of a host and a port.
 *
 * @see <a href="https://pkg.go.dev/net#SplitHostPort">net.SplitHostPort</a>
 */
final class HostPorts {

  private static final int LAST_PORT = 65535;

  private HostPorts() {}

  /**
   * A text cut in two.
   *
   * @param port may be empty
   */
  record Split(String host, String port) {}

  /** As Go splits it: the colon must be there, and IPv6 in brackets. */
  static Optional<Split> split(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    boolean bracketed = text.startsWith("[");
    int close = bracketed ? text.indexOf(']') : -1;
    if (bracketed && close + 1 != colon) {
      return Optional.empty();
    }
    String host = bracketed ? text.substring(1, close) : text.substring(0, colon);
    boolean stray =
        (!bracketed && host.indexOf(':') >= 0)
            || host.indexOf('[') >= 0
            || text.indexOf(']', Math.max(close, 0) + (bracketed ? 1 : 0)) >= 0;
    return stray ? Optional.empty() : Optional.of(new Split(host, text.substring(colon + 1)));
  }

  /**
   * What is wrong with a control plane's endpoint: a host with an optional port.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/util/endpoint.go">ParseHostPort
   *     in kubeadm</a>
   */
  static Optional<Problem> endpoint(String text) {
    Split split = split(text).orElse(new Split(text, ""));
    if (!split.port().isEmpty() && !isPort(split.port())) {
      return Optional.of(Problem.of("has a port that is no number from 1 to 65535"));
    }
    boolean named =
        LenientAddresses.address(split.host()).isPresent()
            || DnsSubdomain.parse(split.host()).match(ok -> true, bad -> false);
    return named
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "does not begin with an address or a DNS name",
                "write it as in api.example.org:6443, or [fd00::1]:6443"));
  }

  /** ParsePort in k8s.io/utils/net: digits alone. */
  static boolean isPort(String text) {
    String digits = text.replaceFirst("^0+(?=[0-9])", "");
    if (!digits.matches("[0-9]{1,5}")) {
      return false;
    }
    return isPort(Integer.parseInt(digits));
  }

  static boolean isPort(long number) {
    return number >= 1 && number <= LAST_PORT;
  }
}
