package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import dev.strake.value.KubernetesVersion;
import dev.strake.versions.KubernetesRelease;
import dev.strake.versions.KubernetesReleases;
import dev.strake.versions.MinorVersion;

/**
 * A minor of Kubernetes that nothing is known of, or nothing can be generated for. A newer one may
 * well work, as the newest that is known does; an older one's kubeadm does not read what is
 * generated.
 *
 * @see <a href="https://kubernetes.io/blog/2024/08/23/kubernetes-1-31-kubeadm-v1beta4/">Kubernetes:
 *     kubeadm v1beta4</a>
 */
final class KnownKubernetes implements SpecCheck {

  static final Code KUBERNETES_UNKNOWN = Code.warning("spec/kubernetes-unknown");
  static final Code KUBERNETES_TOO_OLD = Code.error("spec/kubernetes-too-old");

  private static final String GENERATED_API = "v1beta4";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    KubernetesVersion version = cluster.spec().spec().kubernetesVersion();
    Origin place = cluster.origins().of(cluster.spec().spec(), ClusterSpec::kubernetesVersion);
    MinorVersion minor = MinorVersion.of(version);
    MinorVersion newest = KubernetesReleases.newest().minor();
    if (minor.compareTo(oldest()) < 0) {
      sink.report(
          place
              .finding(
                  KUBERNETES_TOO_OLD,
                  "kubeadm of Kubernetes %s does not read %s, which is what is generated"
                      .formatted(minor, GENERATED_API))
              .withHelp("write %s, or anything from %s on".formatted(best(), oldest())));
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

  private static MinorVersion oldest() {
    return KubernetesReleases.all().stream()
        .filter(release -> release.kubeadmApis().contains(GENERATED_API))
        .map(KubernetesRelease::minor)
        .findFirst()
        .orElseThrow();
  }

  private static KubernetesVersion best() {
    return KubernetesReleases.newest().newest();
  }
}
