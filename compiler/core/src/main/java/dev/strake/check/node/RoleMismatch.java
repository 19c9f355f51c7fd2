package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.NodePool;
import dev.strake.spec.Origin;
import dev.strake.value.LabelKey;
import java.util.Set;

/**
 * Workers that bear a control plane's label or taint. What runs on control planes by that label,
 * such as kube-vip and backups of etcd, comes to them too, and load balancers may leave them out.
 */
final class RoleMismatch implements SpecCheck {

  static final Code ROLE_MISMATCH = Code.warning("spec/role-mismatch");

  private static final Set<LabelKey> OF_CONTROL_PLANES =
      Set.of(
          new LabelKey("node-role.kubernetes.io/control-plane"),
          new LabelKey("node-role.kubernetes.io/master"));

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (PoolLabel label : PoolLabel.of(cluster)) {
      check(label.pool(), "label", label.key(), label.origin(), cluster, sink);
    }
    PoolTaint.of(cluster)
        .forEach(
            taint ->
                check(taint.pool(), "taint", taint.taint().key(), taint.origin(), cluster, sink));
  }

  private static void check(
      ResolvedPool pool,
      String what,
      LabelKey key,
      Origin origin,
      ResolvedCluster cluster,
      DiagnosticSink sink) {
    if (!pool.isControlPlane() && OF_CONTROL_PLANES.contains(key)) {
      Diagnostic finding =
          origin.finding(
              ROLE_MISMATCH,
              "pool %s has workers with the %s of control planes".formatted(pool.name(), what));
      sink.report(
          finding
              .withRelated(
                  cluster.origins().of(pool.pool(), NodePool::role).range(), "the pool's role")
              .withHelp(
                  "leave it out; for a role of your own, write node-role.kubernetes.io/"
                      + pool.name()
                      + " under managedLabels"));
    }
  }
}
