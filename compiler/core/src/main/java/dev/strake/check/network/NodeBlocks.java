package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.component.ClusterSubnets;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Cni;

/**
 * Fewer blocks of pod addresses than nodes, or none to spare. Upgrades take place on the nodes that
 * are there, so that they need no further block; but a node that is replaced by another one does,
 * until the old one's Node object is gone, and the pod block can never grow.
 *
 * <p>How bad it is depends on the plugin: Flannel has no pod addresses on a node without a block.
 * Calico does not look at blocks, and the controller manager merely complains.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/">kube-controller-manager:
 *     allocate-node-cidrs and node-cidr-mask-size</a>
 */
final class NodeBlocks implements SpecCheck {

  static final Code NODE_BLOCKS = Code.error("spec/node-blocks");

  /** In bits; below it a node has addresses for its system's pods at most. */
  private static final int SMALLEST_BLOCK = 5;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Cni.NodeBlocks use = cluster.spec().spec().clusterNetwork().cni().nodeBlocks();
    int nodes = cluster.nodes().size();
    for (NodeMasks masks : NodeMasks.of(cluster)) {
      if (masks.fits() && masks.nodeBits() <= ClusterSubnets.MOST_NODE_BITS) {
        check(masks, nodes, use, sink);
      }
    }
  }

  private static void check(NodeMasks masks, int nodes, Cni.NodeBlocks use, DiagnosticSink sink) {
    long blocks = 1L << masks.nodeBits();
    if (blocks < nodes) {
      String message =
          "the pod block %s is cut into %s blocks of /%s, and there are %s nodes"
              .formatted(masks.pods(), blocks, masks.mask(), nodes);
      sink.report(finding(masks, nodes, message).withSeverity(severity(use)));
    } else if (blocks == nodes && nodes > 1 && use != Cni.NodeBlocks.UNUSED) {
      String message =
          "the pod block %s is cut into %s blocks of /%s, as many as there are nodes: none is left"
              .formatted(masks.pods(), blocks, masks.mask());
      sink.report(
          finding(masks, nodes, message + " for another node").withSeverity(Severity.WARNING));
    }
  }

  private static Severity severity(Cni.NodeBlocks use) {
    return switch (use) {
      case USED -> Severity.ERROR;
      case PERHAPS, UNKNOWN -> Severity.WARNING;
      case UNUSED -> Severity.INFO;
    };
  }

  private static Diagnostic finding(NodeMasks masks, int nodes, String message) {
    // One block more than there are nodes.
    int bits = 32 - Integer.numberOfLeadingZeros(nodes);
    int prefix = masks.mask() - bits;
    int mask = masks.pods().prefix() + bits;
    String larger = prefix < 1 ? "a larger pod block" : "a pod block of at most /" + prefix;
    boolean canBeSmaller = mask <= masks.pods().family().bits() - SMALLEST_BLOCK;
    return masks
        .origin()
        .finding(NODE_BLOCKS, message)
        .withHelp(
            canBeSmaller
                ? "write %s, or %s: %s".formatted(larger, masks.field(), mask)
                : "write " + larger);
  }
}
