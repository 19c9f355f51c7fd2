package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.component.ClusterSubnets;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.NetworkRanges;
import dev.strake.spec.Origins;
import dev.strake.value.Cidr;
import dev.strake.value.IpFamily;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Two blocks of one family for pods, or for services. Kubernetes takes one block, or one of each
 * family. The machines may have as many as they have racks.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateIPNetFromString
 *     in kubeadm</a>
 */
final class BlockFamilies implements SpecCheck {

  static final Code BLOCK_FAMILIES = Code.error("spec/block-families");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    check(network.pods(), "pod", cluster.origins(), sink);
    check(network.services(), "service", cluster.origins(), sink);
  }

  private static void check(
      NetworkRanges ranges, String use, Origins origins, DiagnosticSink sink) {
    List<Cidr> blocks = ranges.cidrBlocks();
    if (blocks.isEmpty() || ClusterSubnets.families(blocks).isEmpty()) {
      return;
    }
    Map<IpFamily, Integer> seen = new EnumMap<>(IpFamily.class);
    for (int i = 0; i < blocks.size(); i++) {
      IpFamily family = blocks.get(i).family();
      Integer first = seen.putIfAbsent(family, i);
      if (first != null) {
        Diagnostic finding =
            origins
                .of(ranges, NetworkRanges::cidrBlocks, i)
                .finding(
                    BLOCK_FAMILIES,
                    "the %s network has a second %s block, %s"
                        .formatted(use, family, blocks.get(i)));
        sink.report(
            finding
                .withRelated(
                    origins.of(ranges, NetworkRanges::cidrBlocks, first).range(), "the first")
                .withHelp("write one block, or one of IPv4 and one of IPv6"));
      }
    }
  }
}
