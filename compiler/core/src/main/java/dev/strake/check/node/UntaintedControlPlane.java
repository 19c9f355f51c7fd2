package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.NodeTemplate;

/**
 * Control planes that take any pod, although there are workers that do. A pod that eats memory then
 * eats etcd's.
 */
final class UntaintedControlPlane implements SpecCheck {

  static final Code UNTAINTED_CONTROL_PLANE = Code.info("spec/untainted-control-plane");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    if (cluster.workers().noneMatch(ResolvedNode::isOpen)) {
      return;
    }
    for (ResolvedPool pool : cluster.pools()) {
      boolean open = pool.nodes().stream().anyMatch(node -> node.taints().isEmpty());
      if (pool.isControlPlane() && open) {
        sink.report(
            cluster
                .origins()
                .of(pool.template(), NodeTemplate::taints)
                .finding(
                    UNTAINTED_CONTROL_PLANE,
                    "pool %s has control planes that take any pod, beside workers that do"
                        .formatted(pool.name()))
                .withHelp(
                    "leave taints out, which means the usual one; PreferNoSchedule on"
                        + " node-role.kubernetes.io/control-plane keeps them as a reserve"));
      }
    }
  }
}
