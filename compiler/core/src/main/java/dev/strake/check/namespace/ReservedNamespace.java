package dev.strake.check.namespace;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import java.util.Set;

/**
 * A namespace of one's own with a name that Kubernetes keeps for itself.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#working-with-namespaces">Kubernetes:
 *     the prefix kube-</a>
 */
final class ReservedNamespace implements SpecCheck {

  static final Code RESERVED_NAMESPACE = Code.info("spec/reserved-namespace");

  private static final String PREFIX = "kube-";

  /** Kubernetes' own, and the one that Flannel's manifests have. */
  private static final Set<String> KNOWN =
      Set.of("kube-flannel", "kube-node-lease", "kube-public", "kube-system");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      String name = namespace.name().toString();
      if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
        sink.report(
            cluster
                .origins()
                .of(namespace, ClusterNamespace::name)
                .finding(
                    RESERVED_NAMESPACE,
                    "names that begin with kube- are kept for Kubernetes itself")
                .withHelp("call it " + name.substring(PREFIX.length())));
      }
    }
  }
}
