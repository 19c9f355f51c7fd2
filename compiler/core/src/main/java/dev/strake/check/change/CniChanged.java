package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Cni;

/**
 * Another pod network. Pods keep the interfaces that the old one made, and pods of the two do not
 * reach each other: each plugin has a migration of its own, node by node.
 *
 * @see <a href="https://docs.cilium.io/en/stable/installation/k8s-install-migration/">Cilium:
 *     migrating a cluster</a>
 */
final class CniChanged implements ChangeCheck {

  static final Code CNI_CHANGED = Code.warning("spec/cni-changed");

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    Cni was = before.spec().spec().clusterNetwork().cni();
    Cni becomes = after.spec().spec().clusterNetwork().cni();
    if (was.getClass() == becomes.getClass()) {
      return;
    }
    String old = was.getClass().getSimpleName();
    sink.report(
        after
            .origins()
            .of((Record) becomes)
            .finding(
                CNI_CHANGED,
                "the pod network is %s; running pods stay in it, out of reach of those of %s"
                    .formatted(old, becomes.getClass().getSimpleName()))
            .withRelated(before.origins().of((Record) was).range(), "as it was")
            .withHelp(
                "write type: %s, unless you follow the migration guide of the new one"
                    .formatted(old)));
  }
}
