package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer.PodSecurityDefaults;
import dev.strake.spec.ClusterSpec;
import dev.strake.value.KubernetesVersion;

/**
 * Pod Security Standards of a release that the cluster does not have. Its API server takes the
 * newest that it knows, and takes others after each upgrade: the pinned version pins nothing.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces">Kubernetes:
 *     Pod Security admission, versions</a>
 */
final class PodSecurityRelease implements SpecCheck {

  static final Code POD_SECURITY_VERSION = Code.warning("spec/pod-security-version");

  private static final String MINOR = "v1.";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    KubernetesVersion kubernetes = spec.kubernetesVersion();
    PodSecurityDefaults defaults = spec.controlPlane().apiServer().podSecurity();
    if (defaults == null || !defaults.version().text().startsWith(MINOR)) {
      return;
    }
    int minor = Integer.parseInt(defaults.version().text().substring(MINOR.length()));
    if (minor <= kubernetes.minor()) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(defaults, PodSecurityDefaults::version)
            .finding(
                POD_SECURITY_VERSION,
                "the API server of %s does not know the Pod Security Standards of %s"
                    .formatted(kubernetes, defaults.version()))
            .withRelated(
                cluster.origins().of(spec, ClusterSpec::kubernetesVersion).range(),
                "the cluster's version")
            .withHelp("write %s or older, or latest".formatted(kubernetes.minorText())));
  }
}
