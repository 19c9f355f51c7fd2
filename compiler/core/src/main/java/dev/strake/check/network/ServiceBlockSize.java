package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.component.ClusterSubnets;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.NetworkRanges;
import dev.strake.spec.Origin;
import dev.strake.value.Cidr;
import java.util.List;

/**
 * A service block without a tenth address, which is the one that kubeadm gives to cluster DNS, or
 * one so large that neither kubeadm nor the API server takes it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/constants/constants.go">GetDNSIP
 *     in kubeadm</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kube-apiserver/app/options/validation.go">validateMaxCIDRRange
 *     in kube-apiserver</a>
 */
final class ServiceBlockSize implements SpecCheck {

  static final Code SERVICE_BLOCK_SIZE = Code.error("spec/service-block-size");

  private static final long DNS = 10;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    NetworkRanges services = cluster.spec().spec().clusterNetwork().services();
    List<Cidr> blocks = services.cidrBlocks();
    for (int i = 0; i < blocks.size(); i++) {
      check(blocks.get(i), cluster.origins().of(services, NetworkRanges::cidrBlocks, i), sink);
    }
  }

  private static void check(Cidr block, Origin origin, DiagnosticSink sink) {
    int bits = block.family().bits();
    if (block.nth(DNS).isEmpty()) {
      sink.report(
          origin
              .finding(
                  SERVICE_BLOCK_SIZE,
                  "the service block %s has no tenth address for cluster DNS".formatted(block))
              .withHelp("write a prefix of at most /%s".formatted(bits - 4)));
    } else if (block.hostBits() > ClusterSubnets.MOST_SERVICE_HOST_BITS) {
      int shortest = bits - ClusterSubnets.MOST_SERVICE_HOST_BITS;
      sink.report(
          origin
              .finding(
                  SERVICE_BLOCK_SIZE,
                  "the service block %s has 2^%s addresses, and 2^%s are the most"
                      .formatted(block, block.hostBits(), ClusterSubnets.MOST_SERVICE_HOST_BITS))
              .withHelp("write %s/%s".formatted(block.first(), shortest)));
    }
  }
}
