package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.NetworkRanges;
import dev.strake.value.Cidr;
import java.util.List;

/**
 * A service block without a tenth address, which is the one that kubeadm gives to cluster DNS.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/constants/constants.go">GetDNSIP
 *     in kubeadm</a>
 */
final class ServiceBlockSize implements SpecCheck {

  static final Code SERVICE_BLOCK_SIZE = Code.error("spec/service-block-size");

  private static final long DNS = 10;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    NetworkRanges services = cluster.spec().spec().clusterNetwork().services();
    List<Cidr> blocks = services.cidrBlocks();
    for (int i = 0; i < blocks.size(); i++) {
      Cidr block = blocks.get(i);
      if (block.nth(DNS).isEmpty()) {
        int longest = block.family().bits() - 4;
        sink.report(
            cluster
                .origins()
                .of(services, NetworkRanges::cidrBlocks, i)
                .finding(
                    SERVICE_BLOCK_SIZE,
                    "the service block %s has no tenth address for cluster DNS".formatted(block))
                .withHelp(
                    "write a prefix of at most /%d; /12 is usual for IPv4".formatted(longest)));
      }
    }
  }
}
