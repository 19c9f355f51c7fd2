package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Nodes that the spec no longer has. They do not leave by themselves: a control plane stays a
 * member of etcd, and counts for the majority when its machine is gone.
 *
 * @see <a href="https://github.com/kubernetes/kubeadm/issues/2138">kubeadm#2138: a stale member of
 *     etcd</a>
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/create-cluster-kubeadm/#remove-the-node">Kubernetes:
 *     remove the node</a>
 */
final class NodeRemoved implements ChangeCheck {

  static final Code CONTROL_PLANE_REMOVED = Code.warning("spec/control-plane-removed");
  static final Code NODE_REMOVED = Code.info("spec/node-removed");

  private static final int MOST_NAMES = 5;

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    boolean isLocal = before.spec().spec().controlPlane().etcd().external() == null;
    Map<String, List<ResolvedNode>> byPool =
        NodeChanges.between(before, after).removed().stream()
            .collect(
                Collectors.groupingBy(
                    node -> node.pool().name().toString(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<ResolvedNode> removed : byPool.values()) {
      boolean areMembers = isLocal && removed.get(0).isControlPlane();
      Diagnostic finding =
          NodeChanges.missing(after, removed.get(0))
              .finding(
                  areMembers ? CONTROL_PLANE_REMOVED : NODE_REMOVED,
                  "the spec no longer has %s, and the cluster still has".formatted(names(removed))
                      + (areMembers ? ", as a member of etcd" : ""));
      for (ResolvedNode node : removed.subList(0, Math.min(MOST_NAMES, removed.size()))) {
        finding =
            finding.withRelated(
                NodeChanges.named(before, node).range(), node.name() + ", as it was");
      }
      sink.report(finding.withHelp(help(removed.get(0).name(), areMembers)));
    }
  }

  private static String names(List<ResolvedNode> nodes) {
    String first =
        nodes.stream().limit(MOST_NAMES).map(ResolvedNode::name).collect(Collectors.joining(", "));
    int more = nodes.size() - MOST_NAMES;
    return more > 0 ? "%s and %s more".formatted(first, more) : first;
  }

  private static String help(String name, boolean isMember) {
    String steps =
        ("run kubectl drain %1$s --ignore-daemonsets --delete-emptydir-data, then kubeadm reset on"
                + " %1$s, then kubectl delete node %1$s")
            .formatted(name);
    return isMember
        ? steps
            + "; kubeadm reset takes it out of etcd, and if the machine is gone already,"
            + " etcdctl member remove does"
        : steps;
  }
}
