package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Node;

/**
 * A node that changes sides between control plane and workers. kubeadm does not convert one: it has
 * to leave and join again, which is two changes.
 *
 * @see <a href="https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-join/">Kubernetes:
 *     kubeadm join</a>
 */
final class RoleChanged implements ChangeCheck {

  static final Code ROLE_CHANGED = Code.error("spec/role-changed");

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    for (NodeChanges.Pair pair : NodeChanges.between(before, after).kept()) {
      if (pair.before().isControlPlane() == pair.after().isControlPlane()) {
        continue;
      }
      sink.report(
          after
              .origins()
              .of(pair.after().node(), Node::name)
              .finding(
                  ROLE_CHANGED,
                  "%s is a %s, and does not become a %s where it stands"
                      .formatted(
                          pair.after().name(),
                          role(pair.before().isControlPlane()),
                          role(pair.after().isControlPlane())))
              .withRelated(NodeChanges.named(before, pair.before()).range(), "as it was")
              .withHelp(
                  "take it out first, run kubeadm reset on it, and add it to pool %s afterwards"
                      .formatted(pair.after().pool().name())));
    }
  }

  private static String role(boolean isControlPlane) {
    return isControlPlane ? "control plane" : "worker";
  }
}
