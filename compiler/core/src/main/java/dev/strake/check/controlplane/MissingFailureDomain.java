package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Nodes without a failure domain beside others of their role that have one. Pods that are to be
 * spread over zones are not put on a node that is in none.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#conventions">Kubernetes:
 *     topology spread constraints, nodes without the topology key</a>
 */
final class MissingFailureDomain implements SpecCheck {

  static final Code FAILURE_DOMAIN_MISSING = Code.warning("spec/failure-domain-missing");

  private static final int MOST_NAMES = 5;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Map<Boolean, List<ResolvedNode>> byRole =
        cluster.nodes().stream()
            .collect(
                Collectors.groupingBy(
                    ResolvedNode::isControlPlane, TreeMap::new, Collectors.toList()));
    byRole.values().forEach(nodes -> check(nodes, cluster, sink));
  }

  private static void check(
      List<ResolvedNode> nodes, ResolvedCluster cluster, DiagnosticSink sink) {
    List<ResolvedNode> without =
        nodes.stream().filter(node -> node.node().failureDomain() == null).toList();
    if (without.isEmpty() || without.size() == nodes.size()) {
      return;
    }
    Node other =
        nodes.stream()
            .map(ResolvedNode::node)
            .filter(node -> node.failureDomain() != null)
            .findFirst()
            .orElseThrow();
    String names =
        without.stream()
            .limit(MOST_NAMES)
            .map(ResolvedNode::name)
            .collect(Collectors.joining(", "));
    int more = without.size() - MOST_NAMES;
    sink.report(
        cluster
            .origins()
            .of(without.get(0).node(), Node::name)
            .finding(
                FAILURE_DOMAIN_MISSING,
                "%s%s %s no failureDomain, and other nodes of this role do"
                    .formatted(
                        names,
                        more > 0 ? " and %s more".formatted(more) : "",
                        without.size() == 1 ? "has" : "have"))
            .withRelated(
                cluster.origins().of(other, Node::failureDomain).range(), other.name() + " has one")
            .withHelp(
                "write failureDomain: %s, or where it stands".formatted(other.failureDomain())));
  }
}
