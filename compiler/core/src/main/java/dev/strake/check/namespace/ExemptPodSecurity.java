package dev.strake.check.namespace;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer.PodSecurityDefaults;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Level;
import dev.strake.spec.ClusterNamespace.PodSecurity;
import dev.strake.spec.Origins;
import org.jspecify.annotations.Nullable;

/**
 * Pod security for a namespace that the API server is told not to look at: the labels are there,
 * and no pod is refused.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/security/pod-security-admission/#exemptions">Kubernetes:
 *     exemptions of Pod Security admission</a>
 */
final class ExemptPodSecurity implements SpecCheck {

  static final Code EXEMPT_POD_SECURITY = Code.warning("spec/exempt-pod-security");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    PodSecurityDefaults defaults = cluster.spec().spec().controlPlane().apiServer().podSecurity();
    if (defaults == null) {
      return;
    }
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      PodSecurity security = namespace.podSecurity();
      int exempt = defaults.exemptNamespaces().indexOf(namespace.name());
      if (exempt >= 0 && security != null && isStrict(security)) {
        Origins origins = cluster.origins();
        sink.report(
            origins
                .of(security)
                .finding(
                    EXEMPT_POD_SECURITY,
                    "the API server does not look at the pods of %s, whatever its podSecurity says"
                        .formatted(namespace.name()))
                .withRelated(
                    origins.of(defaults, PodSecurityDefaults::exemptNamespaces, exempt).range(),
                    "exempt here")
                .withHelp("take it off exemptNamespaces, or leave its podSecurity out"));
      }
    }
  }

  private static boolean isStrict(PodSecurity security) {
    return isStrict(security.enforce()) || isStrict(security.audit()) || isStrict(security.warn());
  }

  private static boolean isStrict(@Nullable Level level) {
    return level != null && level != Level.privileged;
  }
}
