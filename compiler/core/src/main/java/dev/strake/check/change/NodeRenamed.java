package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Node;

/**
 * A machine with another name. The kubelet has a certificate for the old one, and a node of the new
 * name is another node.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/architecture/nodes/#node-name-uniqueness">Kubernetes:
 *     node name uniqueness</a>
 */
final class NodeRenamed implements ChangeCheck {

  static final Code NODE_RENAMED = Code.warning("spec/node-renamed");

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    for (NodeChanges.Pair pair : NodeChanges.between(before, after).renamed()) {
      String old = pair.before().name();
      sink.report(
          after
              .origins()
              .of(pair.after().node(), Node::name)
              .finding(
                  NODE_RENAMED,
                  "the machine %s is the node %s, and does not become %s by itself"
                      .formatted(pair.after().node().address(), old, pair.after().name()))
              .withRelated(NodeChanges.named(before, pair.before()).range(), "as it was")
              .withHelp(
                  "write %1$s, or run kubeadm reset on the machine and kubectl delete node %1$s"
                          .formatted(old)
                      + " before it joins under its new name"));
    }
  }
}
