package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Node;

/**
 * A node with another address. On a control plane the API server, its certificate and etcd's peers
 * know it by the old one; a worker only has to restart its kubelet and its pods.
 *
 * @see <a href="https://github.com/kubernetes/kubeadm/issues/338">kubeadm#338: changing a control
 *     plane's address</a>
 */
final class AddressChanged implements ChangeCheck {

  static final Code ADDRESS_CHANGED = Code.error("spec/address-changed");

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    for (NodeChanges.Pair pair : NodeChanges.between(before, after).kept()) {
      boolean sameRole = pair.before().isControlPlane() == pair.after().isControlPlane();
      if (sameRole && !pair.keepsAddress()) {
        sink.report(finding(before, after, pair));
      }
    }
  }

  private static Diagnostic finding(
      ResolvedCluster before, ResolvedCluster after, NodeChanges.Pair pair) {
    boolean isControlPlane = pair.after().isControlPlane();
    String name = pair.after().name();
    Node was = pair.before().node();
    Diagnostic finding =
        after
            .origins()
            .of(pair.after().node(), Node::address)
            .finding(
                ADDRESS_CHANGED,
                (isControlPlane
                        ? "%s is %s to its certificates and to the other control planes"
                        : "%s has %s until its kubelet and every pod on it are started again")
                    .formatted(name, was.address()))
            .withRelated(before.origins().of(was, Node::address).range(), "as it was");
    return isControlPlane
        ? finding.withHelp(
            "write %s, or add the machine under a new name and take %s out afterwards"
                .formatted(was.address(), name))
        : finding
            .withSeverity(Severity.WARNING)
            .withHelp("drain %s before, and restart it with the new address".formatted(name));
  }
}
