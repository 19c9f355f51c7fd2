package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.value.LabelKey;

/**
 * Labels in Kubernetes' own domains that a kubelet may not set on its own node: told to, it does
 * not start, so that the machine cannot make itself a control plane or enter a guarded pool.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubelet/app/options/options.go">ValidateKubeletFlags</a>
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction">Kubernetes:
 *     NodeRestriction</a>
 */
final class KubeletLabel implements SpecCheck {

  static final Code KUBELET_LABEL = Code.error("spec/kubelet-label");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (PoolLabel label : PoolLabel.of(cluster)) {
      if (label.byKubelet() && !KubernetesKey.mayBeSetByKubelet(label.key())) {
        sink.report(refused(label));
      }
    }
  }

  private static Diagnostic refused(PoolLabel label) {
    LabelKey key = label.key();
    return label
        .origin()
        .finding(
            KUBELET_LABEL, "a kubelet that is told to set the label " + key + " does not start")
        .withHelp(misspelt(key) + managed(label));
  }

  private static String misspelt(LabelKey key) {
    return KubernetesKey.label(key).isPresent()
        ? ""
        : DidYouMean.of(key.toString(), KubernetesKey.labels())
            .map(meant -> "did you mean " + meant + "? Else ")
            .orElse("");
  }

  private static String managed(PoolLabel label) {
    String where =
        label.node() == null
            ? "write it under managedLabels"
            : "give the node a pool of its own, and write it under its template's managedLabels";
    return where + ", which are applied through the API";
  }
}
