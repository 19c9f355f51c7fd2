package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedKubelet;
import dev.strake.resolve.ResolvedNode;
import dev.strake.source.SourceRange;
import dev.strake.spec.Cni;
import dev.strake.spec.Origin;
import dev.strake.value.IpFamily;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * More pods on a node than its block has addresses: the scheduler sends them there, and they never
 * start. A warning, because pods on the host's network need none.
 *
 * <p>Addresses beyond the number of pods are no requirement: one is free again as soon as its pod
 * is gone.
 *
 * @see <a
 *     href="https://github.com/containernetworking/plugins/blob/main/plugins/ipam/host-local/backend/allocator/range.go">host-local:
 *     which addresses it gives away</a>
 */
final class MaxPods implements SpecCheck {

  static final Code MAX_PODS = Code.warning("spec/max-pods");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Cni.NodeBlocks use = cluster.spec().spec().clusterNetwork().cni().nodeBlocks();
    if (use == Cni.NodeBlocks.UNUSED || use == Cni.NodeBlocks.UNKNOWN) {
      return;
    }
    List<NodeMasks> blocks = NodeMasks.of(cluster);
    Set<ResolvedKubelet> judged = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<SourceRange> reported = new HashSet<>();
    for (ResolvedNode node : cluster.nodes()) {
      if (judged.add(node.kubelet())) {
        for (NodeMasks masks : blocks) {
          check(node.kubelet(), masks, cluster, reported, sink);
        }
      }
    }
  }

  private static void check(
      ResolvedKubelet kubelet,
      NodeMasks masks,
      ResolvedCluster cluster,
      Set<SourceRange> reported,
      DiagnosticSink sink) {
    int pods = kubelet.maxPods();
    long addresses = addresses(masks);
    if (pods <= addresses || !masks.fits()) {
      return;
    }
    Origin written = cluster.origins().of(kubelet, ResolvedKubelet::maxPods);
    boolean isWritten = !written.range().equals(cluster.origins().of(kubelet).range());
    Origin guilty = isWritten ? written : masks.guilty();
    if (reported.add(guilty.range())) {
      sink.report(finding(pods, addresses, masks, guilty));
    }
  }

  private static Diagnostic finding(int pods, long addresses, NodeMasks masks, Origin guilty) {
    int bits = masks.pods().family().bits();
    int hostBits = 32 - Integer.numberOfLeadingZeros(pods + taken(masks) - 1);
    Diagnostic finding =
        guilty
            .finding(
                MAX_PODS,
                "a node may run %s pods, and its block of /%s has addresses for %s"
                    .formatted(pods, masks.mask(), Math.max(0, addresses)))
            .withHelp(
                addresses > 0
                    ? "write maxPods: %s, or %s: %s"
                        .formatted(addresses, masks.field(), bits - hostBits)
                    : "write %s: %s".formatted(masks.field(), bits - hostBits));
    return masks.isMaskWritten() && !masks.maskOrigin().equals(guilty)
        ? finding.withRelated(masks.maskOrigin().range(), "the size of its block")
        : finding;
  }

  private static long addresses(NodeMasks masks) {
    int hostBits = masks.pods().family().bits() - masks.mask();
    return hostBits > 32 ? Long.MAX_VALUE : (1L << hostBits) - taken(masks);
  }

  /** The network's own address, the bridge's, and with IPv4 the broadcast address. */
  private static int taken(NodeMasks masks) {
    return masks.pods().family() == IpFamily.IPV4 ? 3 : 2;
  }
}
