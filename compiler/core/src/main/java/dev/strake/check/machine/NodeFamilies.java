package dev.strake.check.machine;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Node;
import dev.strake.spec.Origins;
import dev.strake.value.Cidr;
import dev.strake.value.IpAddress;
import dev.strake.value.IpFamily;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A node without an address of a family that its pods have, or whose first address is not of the
 * family of the first service block. The API server refuses to start if the address that it
 * advertises is of another family than the first service block; a worker then merely has its pods'
 * addresses in another order than the rest of the cluster.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/dual-stack/#configure-ipv4-ipv6-dual-stack">Kubernetes:
 *     node-ip is required for bare metal dual-stack nodes</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kube-apiserver/app/options/validation.go">validatePublicIPServiceClusterIPRangeIPFamilies
 *     in kube-apiserver</a>
 */
final class NodeFamilies implements SpecCheck {

  static final Code NODE_FAMILY = Code.error("spec/node-family");
  static final Code PRIMARY_FAMILY = Code.error("spec/primary-family");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Set<IpFamily> needed = EnumSet.noneOf(IpFamily.class);
    cluster.networks().pods().forEach(block -> needed.add(block.family()));
    cluster.networks().services().forEach(block -> needed.add(block.family()));
    List<Cidr> services = cluster.networks().services();
    for (ResolvedNode node : cluster.nodes()) {
      boolean complete = families(node.node(), needed, cluster.origins(), sink);
      if (complete && !services.isEmpty()) {
        primary(node, services.get(0), cluster.origins(), sink);
      }
    }
  }

  /** Whether the node has all that are needed. */
  private static boolean families(
      Node node, Set<IpFamily> needed, Origins origins, DiagnosticSink sink) {
    IpAddress second = node.secondaryAddress();
    IpFamily first = node.address().family();
    if (second != null && second.family() == first) {
      sink.report(twice(node, second, origins));
      return false;
    }
    boolean complete = true;
    for (IpFamily family : needed) {
      if (family != first && (second == null || second.family() != family)) {
        sink.report(missing(node, family, needed.size() > 1, origins));
        complete = false;
      }
    }
    return complete;
  }

  private static Diagnostic twice(Node node, IpAddress second, Origins origins) {
    IpFamily family = second.family();
    return origins
        .of(node, Node::secondaryAddress)
        .finding(
            NODE_FAMILY,
            "the node %s has two %s addresses, and the kubelet takes one of each family"
                .formatted(node.name(), family))
        .withRelated(origins.of(node, Node::address).range(), "the first")
        .withHelp(
            "write its %s address, or leave out secondaryAddress"
                .formatted(family == IpFamily.IPV4 ? IpFamily.IPV6 : IpFamily.IPV4));
  }

  private static Diagnostic missing(
      Node node, IpFamily family, boolean dualStack, Origins origins) {
    return origins
        .of(node, Node::address)
        .finding(
            NODE_FAMILY,
            "the node %s has no %s address, and the cluster's pods or services have"
                .formatted(node.name(), family))
        .withHelp(
            dualStack
                ? "write its %s address as secondaryAddress".formatted(family)
                : "write its %s address".formatted(family));
  }

  private static void primary(
      ResolvedNode resolved, Cidr services, Origins origins, DiagnosticSink sink) {
    Node node = resolved.node();
    IpAddress second = node.secondaryAddress();
    if (second == null || node.address().family() == services.family()) {
      return;
    }
    String consequence =
        resolved.isControlPlane()
            ? "its API server will not start"
            : "its pods' first addresses are of another family than everywhere else";
    sink.report(
        origins
            .of(node, Node::address)
            .finding(
                PRIMARY_FAMILY,
                "the first address of %s is %s and the first service block %s, so %s"
                    .formatted(
                        resolved.name(), node.address().family(), services.family(), consequence))
            .withSeverity(resolved.isControlPlane() ? Severity.ERROR : Severity.WARNING)
            .withHelp(
                "write address: %s and secondaryAddress: %s".formatted(second, node.address())));
  }
}
