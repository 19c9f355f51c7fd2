package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.Cni;
import dev.strake.spec.Cni.Calico;
import dev.strake.spec.Cni.Flannel;
import dev.strake.spec.MachineNetwork;
import dev.strake.spec.NetworkRanges;
import dev.strake.spec.Node;
import dev.strake.spec.Origins;
import dev.strake.spec.Tunnel;
import dev.strake.value.Cidr;
import dev.strake.value.CidrSet;
import dev.strake.value.IpFamily;
import java.util.List;
import java.util.Optional;

/**
 * A way between nodes that the networks have not: IP in IP carries no IPv6 pods, and Flannel's
 * host-gw needs all nodes on one link.
 *
 * @see <a
 *     href="https://github.com/tigera/operator/blob/master/pkg/controller/installation/validation.go">Calico's
 *     operator: IPIP is not supported by IPv6 pools</a>
 * @see <a
 *     href="https://github.com/flannel-io/flannel/blob/master/Documentation/backends.md#host-gw">Flannel:
 *     host-gw requires direct layer 2 connectivity</a>
 */
final class TunnelNetwork implements SpecCheck {

  static final Code IPIP_IPV6 = Code.error("spec/ipip-ipv6");
  static final Code HOST_GW_SUBNETS = Code.warning("spec/host-gw-subnets");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    Cni cni = network.cni();
    if (cni instanceof Calico calico && calico.tunnel().equals(Optional.of(Tunnel.IPIP))) {
      checkFamilies(network, calico, cluster.origins(), sink);
    }
    if (cni instanceof Flannel flannel && flannel.backend() == Flannel.Backend.HostGW) {
      checkLink(cluster, flannel, network.machines(), sink);
    }
  }

  private static void checkFamilies(
      ClusterNetwork network, Calico calico, Origins origins, DiagnosticSink sink) {
    List<Cidr> blocks = network.pods().cidrBlocks();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).family() == IpFamily.IPV6) {
        String instead = calico.sparesOneSubnet() ? "VXLANCrossSubnet" : "VXLAN";
        sink.report(
            origins
                .of(calico, Calico::encapsulation)
                .finding(
                    IPIP_IPV6, "IP in IP cannot carry the IPv6 pods of %s".formatted(blocks.get(i)))
                .withRelated(
                    origins.of(network.pods(), NetworkRanges::cidrBlocks, i).range(), "the pods")
                .withHelp("write encapsulation: " + instead));
        return;
      }
    }
  }

  private static void checkLink(
      ResolvedCluster cluster, Flannel flannel, MachineNetwork machines, DiagnosticSink sink) {
    CidrSet blocks = CidrSet.of(machines.cidrBlocks());
    Optional<Cidr> first = Optional.empty();
    for (ResolvedNode resolved : cluster.nodes()) {
      Node node = resolved.node();
      Optional<Cidr> block = blocks.around(node.address());
      if (first.isEmpty()) {
        first = block;
      }
      boolean apart =
          first.isPresent()
              && block.isPresent()
              && block.get().family() == first.get().family()
              && !block.equals(first);
      if (apart) {
        sink.report(
            cluster
                .origins()
                .of(flannel, Flannel::backend)
                .finding(
                    HOST_GW_SUBNETS,
                    "host-gw needs all nodes on one link, and they are in %s and in %s"
                        .formatted(first.get(), block.get()))
                .withRelated(cluster.origins().of(node, Node::address).range(), "a node beyond")
                .withHelp("write backend: VXLAN"));
        return;
      }
    }
  }
}
