package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import dev.strake.value.KubernetesVersion;
import dev.strake.versions.KubernetesReleases;
import dev.strake.versions.MinorVersion;

/**
 * A minor of Kubernetes that nothing is known of. A newer one may well work, as the newest that is
 * known does; an older one's components have never been held against what is generated.
 *
 * @see <a href="https://kubernetes.io/releases/patch-releases/">Kubernetes: patch releases</a>
 */
final class KnownKubernetes implements SpecCheck {

  static final Code KUBERNETES_UNKNOWN = Code.warning("spec/kubernetes-unknown");
  static final Code KUBERNETES_TOO_OLD = Code.error("spec/kubernetes-too-old");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    KubernetesVersion version = cluster.spec().spec().kubernetesVersion();
    Origin place = cluster.origins().of(cluster.spec().spec(), ClusterSpec::kubernetesVersion);
    MinorVersion minor = MinorVersion.of(version);
    MinorVersion oldest = KubernetesReleases.oldest().minor();
    MinorVersion newest = KubernetesReleases.newest().minor();
    if (minor.compareTo(oldest) < 0) {
      sink.report(
          place
              .finding(
                  KUBERNETES_TOO_OLD,
                  "nothing is generated for Kubernetes %s: %s is the oldest that is known here"
                      .formatted(minor, oldest))
              .withHelp("write %s, or anything from %s on".formatted(best(), oldest)));
    } else if (minor.compareTo(newest) > 0) {
      sink.report(
          place
              .finding(
                  KUBERNETES_UNKNOWN,
                  "nothing is known here of Kubernetes %s: it is treated like %s"
                      .formatted(minor, newest))
              .withHelp("look for a newer Strake, or write " + best()));
    }
  }

  private static KubernetesVersion best() {
    return KubernetesReleases.newest().newest();
  }
}
