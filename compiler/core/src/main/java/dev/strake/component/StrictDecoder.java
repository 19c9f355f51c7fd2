package dev.strake.component;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.manifest.Manifest;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import java.util.Collection;

/**
 * Compares a document with its type as Kubernetes' strict decoder does: every unknown field and
 * every value of a wrong type is refused. Duplicate keys are the YAML reader's.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/util/config/strict/strict.go">VerifyUnmarshalStrict
 *     in kubeadm</a>
 */
final class StrictDecoder {

  private final Manifest document;
  private final KubernetesVersion release;
  private final DiagnosticSink sink;
  private boolean decodable = true;

  private StrictDecoder(Manifest document, KubernetesVersion release, DiagnosticSink sink) {
    this.document = document;
    this.release = release;
    this.sink = sink;
  }

  /**
   * Reports what cannot be decoded.
   *
   * @return whether the known fields are of their types, so that rules may read them
   */
  static boolean decode(
      Manifest document, FieldType type, KubernetesVersion release, DiagnosticSink sink) {
    StrictDecoder decoder = new StrictDecoder(document, release, sink);
    type.check(document.root(), NodePath.ROOT, decoder);
    return decoder.decodable;
  }

  void wrongType(NodePath path, String expected, YamlNode found) {
    refuse(path, Problem.of("must be %s, and it is %s".formatted(expected, found.description())));
  }

  void refuse(NodePath path, Problem problem) {
    decodable = false;
    Diagnostic finding =
        document.finding(ComponentCodes.WRONG_TYPE, path, path + " " + problem.predicate());
    sink.report(problem.help() == null ? finding : finding.withHelp(problem.help()));
  }

  void unknownField(NodePath path, String name, Collection<String> known) {
    Diagnostic finding =
        document.finding(
            ComponentCodes.UNKNOWN_FIELD,
            path,
            "%s has no field %s".formatted(document.ref().kind(), Quoted.of(path.toString())));
    sink.report(
        DidYouMean.of(name, known)
            .map(meant -> finding.withHelp("did you mean " + meant + "?"))
            .orElse(finding));
  }

  /** Reports a field that this release does not know yet. */
  void since(NodePath path, String name, FieldType.Field field) {
    boolean known = release.major() > 1 || release.minor() >= field.sinceMinor();
    if (!known) {
      sink.report(
          document.finding(
              ComponentCodes.UNKNOWN_FIELD,
              path,
              "%s of %s came with v1.%s, and this is for %s"
                  .formatted(
                      name, document.ref().kind(), field.sinceMinor(), release.minorText())));
    }
  }
}
