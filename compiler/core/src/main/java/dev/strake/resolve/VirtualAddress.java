package dev.strake.resolve;

import dev.strake.spec.LoadBalancer;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Keepalived;
import dev.strake.spec.LoadBalancer.KubeVIP;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.IpAddress;
import java.util.Optional;

/**
 * The address that moves between machines, whoever moves it.
 *
 * @param origin where it was written
 */
public record VirtualAddress(IpAddress address, Origin origin) {

  /** Empty if the load balancer is somebody else's. */
  static Optional<VirtualAddress> of(LoadBalancer balancer, Origins origins) {
    if (balancer instanceof HAProxyKeepalived own) {
      Keepalived keepalived = own.keepalived();
      return Optional.of(
          new VirtualAddress(
              keepalived.virtualIP().address(), origins.of(keepalived, Keepalived::virtualIP)));
    }
    if (balancer instanceof KubeVIP kubeVip) {
      return Optional.of(
          new VirtualAddress(kubeVip.virtualIP(), origins.of(kubeVip, KubeVIP::virtualIP)));
    }
    return Optional.empty();
  }
}
