package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.value.LabelKey;
import java.util.List;
import java.util.Optional;

/**
 * Labels with a prefix that Kubernetes keeps for itself and to which it gives no meaning: misspelt,
 * or invented where a later version may mean something else by them. Prefixes of add-ons, such as
 * {@code topology.rook.io} and {@code feature.node.kubernetes.io}, are theirs.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set">Kubernetes:
 *     reserved prefixes</a>
 */
final class ReservedLabel implements SpecCheck {

  static final Code RESERVED_LABEL = Code.info("spec/reserved-label");

  private static final List<String> KEPT =
      List.of("kubernetes.io", "k8s.io", "topology.kubernetes.io");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (PoolLabel label : PoolLabel.of(cluster)) {
      if (!label.byKubelet() && KubernetesKey.label(label.key()).isEmpty()) {
        check(label, sink);
      }
    }
  }

  private static void check(PoolLabel label, DiagnosticSink sink) {
    LabelKey key = label.key();
    Optional<String> meant =
        KubernetesKey.isReserved(key) && !isOfRoles(key)
            ? DidYouMean.of(key.toString(), KubernetesKey.labels())
            : Optional.empty();
    if (meant.isPresent() || KEPT.contains(key.prefix())) {
      Diagnostic finding =
          label
              .origin()
              .finding(
                  RESERVED_LABEL,
                  "the label %s has a prefix of Kubernetes' own, and no meaning".formatted(key));
      sink.report(
          finding.withHelp(
              meant
                  .map(name -> "did you mean " + name + "?")
                  .orElse("give it a prefix of your own, such as example.net, or none")));
    }
  }

  /** Any role has a label: kubectl shows what follows the slash. */
  private static boolean isOfRoles(LabelKey key) {
    return key.prefix().equals("node-role.kubernetes.io");
  }
}
