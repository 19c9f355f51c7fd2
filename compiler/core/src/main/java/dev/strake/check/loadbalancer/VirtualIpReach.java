package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.resolve.VirtualAddress;
import dev.strake.spec.LoadBalancer.Host;
import dev.strake.spec.Node;
import dev.strake.spec.Origin;
import dev.strake.value.Cidr;
import dev.strake.value.CidrSet;
import dev.strake.value.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A machine that shall carry the virtual IP and stands in another block of the machine network. The
 * address moves by ARP, within one link; behind a router nobody hears of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5798#section-1">RFC 5798: a virtual router on a
 *     LAN</a>
 */
final class VirtualIpReach implements SpecCheck {

  static final Code VIRTUAL_IP_REACH = Code.warning("spec/virtual-ip-reach");

  private record Carrier(String name, IpAddress address, Origin origin) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Optional<VirtualAddress> virtual = cluster.virtualAddress();
    CidrSet blocks = CidrSet.of(cluster.networks().machines());
    Optional<Cidr> home = virtual.flatMap(v -> blocks.around(v.address()));
    if (virtual.isEmpty() || home.isEmpty()) {
      return;
    }
    for (Carrier carrier : carriers(cluster)) {
      Optional<Cidr> block = blocks.around(carrier.address());
      boolean apart =
          block.isPresent() && block.get().family() == home.get().family() && !block.equals(home);
      if (apart) {
        sink.report(
            carrier
                .origin()
                .finding(
                    VIRTUAL_IP_REACH,
                    "%s is in %s and cannot carry the virtual IP %s of %s"
                        .formatted(
                            carrier.name(), block.get(), virtual.get().address(), home.get()))
                .withRelated(virtual.get().origin().range(), "the virtual IP")
                .withHelp("give it an address in " + home.get()));
      }
    }
  }

  private static List<Carrier> carriers(ResolvedCluster cluster) {
    boolean dedicated = cluster.loadBalancer().map(b -> !b.isColocated()).orElse(false);
    if (dedicated) {
      return cluster.loadBalancer().stream()
          .flatMap(balancer -> balancer.hosts().stream())
          .map(
              host ->
                  new Carrier(
                      "the load balancer " + host.name(),
                      host.address(),
                      cluster.origins().of(host, Host::address)))
          .toList();
    }
    return cluster.controlPlaneNodes().flatMap(node -> addresses(node, cluster)).toList();
  }

  private static Stream<Carrier> addresses(ResolvedNode resolved, ResolvedCluster cluster) {
    Node node = resolved.node();
    String name = "the control plane " + resolved.name();
    Carrier first = new Carrier(name, node.address(), cluster.origins().of(node, Node::address));
    IpAddress second = node.secondaryAddress();
    return second == null
        ? Stream.of(first)
        : Stream.of(
            first, new Carrier(name, second, cluster.origins().of(node, Node::secondaryAddress)));
  }
}
