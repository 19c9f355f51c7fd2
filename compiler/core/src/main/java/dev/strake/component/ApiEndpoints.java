package dev.strake.component;

import static dev.strake.component.ComponentCodes.INVALID_VALUE;
import static dev.strake.component.ComponentCodes.KUBEADM_RUN;

import dev.strake.value.Cidr;
import dev.strake.value.IpAddress;
import dev.strake.value.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * Where an API server listens: {@code localAPIEndpoint}.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateAPIEndpoint
 *     in kubeadm</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/util/config/common.go">VerifyAPIServerBindAddress
 *     in kubeadm, which only running commands call</a>
 */
final class ApiEndpoints {

  /** What Go calls multicast, link-local unicast and broadcast. */
  private static final List<Cidr> NOT_GLOBAL =
      List.of(
          Cidr.parse("224.0.0.0/4").orThrow(),
          Cidr.parse("169.254.0.0/16").orThrow(),
          Cidr.parse("255.255.255.255/32").orThrow(),
          Cidr.parse("ff00::/8").orThrow(),
          Cidr.parse("fe80::/10").orThrow());

  private ApiEndpoints() {}

  static void check(Section endpoint) {
    address(endpoint.at("advertiseAddress"));
    Section port = endpoint.at("bindPort");
    long number = port.number().orElse(0);
    if (number != 0 && !HostPorts.isPort(number)) {
      port.report(INVALID_VALUE, "is %s, and ports go from 1 to 65535".formatted(number));
    }
  }

  /** An empty address is found on the host. */
  private static void address(Section field) {
    String text = field.text();
    if (text.isEmpty()) {
      return;
    }
    Optional<IpAddress> address = LenientAddresses.address(text);
    if (address.isEmpty()) {
      field.report(
          INVALID_VALUE,
          new Problem(
              "is %s, which is no IP address".formatted(Quoted.of(text)),
              "write the address of one of the host's interfaces"));
    } else if (NOT_GLOBAL.stream().anyMatch(block -> block.contains(address.get()))) {
      field.report(
          KUBEADM_RUN, "is %s, which no API server can be reached at".formatted(Quoted.of(text)));
    }
  }
}
