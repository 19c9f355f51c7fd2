package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Etcd;
import dev.strake.spec.Node;
import dev.strake.spec.Origin;
import java.util.List;

/**
 * An even number of etcd members. A majority must agree: four members bear the loss of one, as
 * three do, and have one more that can fail; two bear none. A warning, because a cluster on its way
 * from three to five passes through four.
 *
 * @see <a href="https://etcd.io/docs/v3.6/faq/#why-an-odd-number-of-cluster-members">etcd: why an
 *     odd number of cluster members</a>
 */
final class EtcdMembers implements SpecCheck {

  static final Code EVEN_ETCD_MEMBERS = Code.warning("spec/even-etcd-members");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Etcd etcd = cluster.spec().spec().controlPlane().etcd();
    Etcd.External external = etcd.external();
    if (external != null) {
      int members = external.endpoints().size();
      Origin origin = cluster.origins().of(external, Etcd.External::endpoints);
      report(members, "endpoints", origin, sink);
      return;
    }
    List<ResolvedNode> members = cluster.controlPlaneNodes().toList();
    if (!members.isEmpty()) {
      Node last = members.get(members.size() - 1).node();
      Origin origin = cluster.origins().of(last, Node::name);
      report(members.size(), "control plane nodes", origin, sink);
    }
  }

  private static void report(int members, String what, Origin origin, DiagnosticSink sink) {
    if (members == 0 || members % 2 != 0) {
      return;
    }
    int borne = (members - 1) / 2;
    Diagnostic finding =
        origin.finding(
            EVEN_ETCD_MEMBERS,
            "etcd has %s members, which bear the loss of %s, no more than %s would"
                .formatted(members, borne, members - 1));
    sink.report(
        finding.withHelp(
            members == 2
                ? "write one or three " + what
                : "write %s or %s %s".formatted(members - 1, members + 1, what)));
  }
}
