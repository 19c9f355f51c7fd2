package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.component.ClusterSubnets;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;

/**
 * A pod block that cannot be cut into blocks for nodes: it is smaller than one of them, or has room
 * for more than the controller manager can count.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidatePodSubnetNodeMask
 *     in kubeadm</a>
 */
final class NodeMask implements SpecCheck {

  static final Code NODE_MASK = Code.error("spec/node-mask");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (NodeMasks masks : NodeMasks.of(cluster)) {
      boolean cuts = masks.fits() && masks.nodeBits() <= ClusterSubnets.MOST_NODE_BITS;
      if (!cuts && PodBlockSize.isAccepted(masks.pods())) {
        sink.report(finding(masks));
      }
    }
  }

  private static Diagnostic finding(NodeMasks masks) {
    int bits = masks.pods().family().bits();
    int longest = Math.min(bits, masks.pods().prefix() + ClusterSubnets.MOST_NODE_BITS);
    String message =
        masks.fits()
            ? "the pod block %s has room for 2^%s node blocks of /%s, and 2^%s are the most"
                .formatted(
                    masks.pods(), masks.nodeBits(), masks.mask(), ClusterSubnets.MOST_NODE_BITS)
            : "the pod block %s is smaller than a node's block of /%s"
                .formatted(masks.pods(), masks.mask());
    Diagnostic finding =
        masks
            .guilty()
            .finding(NODE_MASK, message)
            .withHelp(
                "write a %s from %s to %s, or another block for pods"
                    .formatted(masks.field(), masks.pods().prefix(), longest));
    return masks.isMaskWritten()
        ? finding.withRelated(masks.origin().range(), "the pod block")
        : finding;
  }
}
