package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Keepalived;
import dev.strake.value.Cidr;
import dev.strake.value.CidrSet;
import dev.strake.value.InterfaceAddress;
import java.util.Optional;

/**
 * A virtual IP whose prefix is not its network's. The kernel adds a route for the prefix, so that
 * the host that carries the address looks for other machines on the wrong link. One address alone
 * adds no route, which is fine.
 *
 * @see <a href="https://man7.org/linux/man-pages/man8/ip-address.8.html">ip-address(8): the prefix
 *     route</a>
 */
final class VirtualIpPrefix implements SpecCheck {

  static final Code VIRTUAL_IP_PREFIX = Code.warning("spec/virtual-ip-prefix");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    if (!(cluster.spec().spec().loadBalancer() instanceof HAProxyKeepalived balancer)) {
      return;
    }
    InterfaceAddress virtual = balancer.keepalived().virtualIP();
    Optional<Cidr> block = CidrSet.of(cluster.networks().machines()).around(virtual.address());
    boolean single = virtual.prefix() == virtual.address().family().bits();
    if (block.isEmpty() || single || virtual.prefix() == block.get().prefix()) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(balancer.keepalived(), Keepalived::virtualIP)
            .finding(
                VIRTUAL_IP_PREFIX,
                "the virtual IP %s has the prefix /%s, and its machines are in %s"
                    .formatted(virtual.address(), virtual.prefix(), block.get()))
            .withHelp("write %s/%s".formatted(virtual.address(), block.get().prefix())));
  }
}
