package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Taint;
import java.util.Map;

/**
 * Labels and taints that Kubernetes sets itself. What a spec says instead is overwritten, or takes
 * part in decisions that it does not know of: a hostname that is not the node's ties volumes to a
 * machine that is not there.
 *
 * @see <a href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Kubernetes:
 *     well-known labels, annotations and taints</a>
 */
final class SetByKubernetes implements SpecCheck {

  static final Code SET_BY_KUBERNETES = Code.warning("spec/set-by-kubernetes");

  /** Every machine's, as far as Strake sets machines up. */
  private static final Map<String, String> ALWAYS =
      Map.of("kubernetes.io/os", "linux", "beta.kubernetes.io/os", "linux");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (PoolLabel label : PoolLabel.of(cluster)) {
      boolean itself =
          KubernetesKey.label(label.key()).map(KubernetesKey::isWrittenByItself).orElse(false);
      if (itself && !isTrue(label)) {
        sink.report(
            label
                .origin()
                .finding(SET_BY_KUBERNETES, "the kubelet sets the label " + label.key() + " itself")
                .withHelp("leave it out, and tell machines apart by a label of your own"));
      }
    }
    PoolTaint.of(cluster)
        .filter(taint -> isSetByItself(taint.taint()))
        .forEach(
            taint ->
                sink.report(
                    taint
                        .origin()
                        .finding(
                            SET_BY_KUBERNETES,
                            "the taint %s says what state a machine is in for a while"
                                .formatted(taint.taint().key()))
                        .withHelp("leave it out, and keep pods away by a taint of your own")));
  }

  /** A label that says what the kubelet says anyway does no harm. */
  private static boolean isTrue(PoolLabel label) {
    String value = label.value().toString();
    boolean ownName = label.node() != null && value.equals(label.node().name());
    return label.key().toString().equals("kubernetes.io/hostname")
        ? ownName
        : value.equals(ALWAYS.get(label.key().toString()));
  }

  private static boolean isSetByItself(Taint taint) {
    return KubernetesKey.taint(taint.key()).map(KubernetesKey::isWrittenByItself).orElse(false);
  }
}
