package dev.strake.check.machine;

import dev.strake.check.Repeated;
import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Node;

/**
 * Two nodes of one Ethernet address: a template cloned with its network card. Switches send both
 * machines' frames to whichever spoke last.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/install-kubeadm/#verify-mac-address">Kubernetes:
 *     MAC address and product_uuid are unique for every node</a>
 */
final class DuplicateMac implements SpecCheck {

  static final Code DUPLICATE_MAC = Code.error("spec/duplicate-mac");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Repeated addresses =
        new Repeated(
            DUPLICATE_MAC,
            "write the node's own, as ip link shows it; a cloned machine needs a new one",
            sink);
    for (ResolvedNode resolved : cluster.nodes()) {
      Node node = resolved.node();
      if (node.mac() != null) {
        addresses.add(
            node.mac(),
            "the node " + resolved.name(),
            "Ethernet address",
            cluster.origins().of(node, Node::mac));
      }
    }
  }
}
