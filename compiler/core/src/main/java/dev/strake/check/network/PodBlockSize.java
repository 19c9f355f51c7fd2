package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.component.ClusterSubnets;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.NetworkRanges;
import dev.strake.value.Cidr;
import java.util.List;

/**
 * A pod block that kubeadm refuses for its size: of fewer than 14 addresses, or half of all that
 * there are.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/constants/constants.go">MinimumAddressesInPodSubnet
 *     in kubeadm</a>
 */
final class PodBlockSize implements SpecCheck {

  static final Code POD_BLOCK_SIZE = Code.error("spec/pod-block-size");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    NetworkRanges pods = cluster.spec().spec().clusterNetwork().pods();
    List<Cidr> blocks = pods.cidrBlocks();
    for (int i = 0; i < blocks.size(); i++) {
      Cidr block = blocks.get(i);
      if (!isAccepted(block)) {
        int bits = block.family().bits();
        sink.report(
            cluster
                .origins()
                .of(pods, NetworkRanges::cidrBlocks, i)
                .finding(
                    POD_BLOCK_SIZE,
                    "the pod block %s has %s addresses, which kubeadm does not take"
                        .formatted(block, block.size()))
                .withHelp(
                    "write a prefix from /2 to /%s; /16 for IPv4 and /56 for IPv6 are usual"
                        .formatted(bits - 4)));
      }
    }
  }

  static boolean isAccepted(Cidr block) {
    return ClusterSubnets.pods(List.of(block)).isEmpty();
  }
}
