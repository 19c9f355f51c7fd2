package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.value.KubernetesVersion;
import dev.strake.versions.KubernetesRelease;
import dev.strake.versions.KubernetesReleases;
import dev.strake.versions.SecurityFix;

/**
 * A patch of Kubernetes with a known flaw that a later patch of the same minor does not have.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/issues-security/official-cve-feed/">Kubernetes:
 *     official CVE feed</a>
 */
final class PatchFloor implements SpecCheck {

  static final Code PATCH_FLOOR = Code.warning("spec/patch-floor");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    KubernetesVersion version = cluster.spec().spec().kubernetesVersion();
    for (SecurityFix fix : SecurityFix.missingFrom(version)) {
      KubernetesVersion better =
          KubernetesReleases.of(version).map(KubernetesRelease::newest).orElse(fix.release());
      sink.report(
          cluster
              .origins()
              .of(cluster.spec().spec(), ClusterSpec::kubernetesVersion)
              .finding(
                  PATCH_FLOOR,
                  "%s has %s, which %s fixes: %s"
                      .formatted(version, fix.advisory(), fix.release(), fix.what()))
              .withHelp("write %s or newer".formatted(better)));
    }
  }
}
