package dev.strake.schema;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;

/**
 * Whether an object has the shape of its kind: what the API server refuses when it decodes the
 * object with {@code fieldValidation=Strict}, and required fields and enumerations besides.
 */
public final class StructuralChecker {

  private StructuralChecker() {}

  /** Reports what is wrong with an object of a kind; its apiVersion and kind are taken as given. */
  public static void check(Manifest manifest, KindSchema kind, DiagnosticSink sink) {
    String status = manifest.base().key("status").pointer();
    DiagnosticSink unlessDropped =
        finding -> {
          if (!isDropped(finding, status)) {
            sink.report(finding);
          }
        };
    kind.type().check(manifest.root(), NodePath.ROOT, new Faults(manifest, unlessDropped));
  }

  /**
   * The API server decodes a status and then forgets it, before it asks what is in it.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/apps/deployment/strategy.go">PrepareForCreate
   *     in the strategies of the kinds</a>
   */
  private static boolean isDropped(Diagnostic finding, String status) {
    String path = finding.path();
    boolean inStatus = path != null && (path + "/").startsWith(status + "/");
    return inStatus
        && (finding.code().equals(Faults.MISSING_FIELD)
            || finding.code().equals(Faults.UNKNOWN_VALUE));
  }
}
