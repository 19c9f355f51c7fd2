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

/**
 * A namespace that accepts pods which the cluster refuses elsewhere. That is how exceptions are
 * made, and what a reviewer wants to see.
 */
final class WeakerPodSecurity implements SpecCheck {

  static final Code WEAKER_POD_SECURITY = Code.info("spec/weaker-pod-security");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    PodSecurityDefaults defaults = cluster.spec().spec().controlPlane().apiServer().podSecurity();
    if (defaults == null) {
      return;
    }
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      PodSecurity security = namespace.podSecurity();
      Level level = security == null ? null : security.enforce();
      if (security != null && level != null && level.compareTo(defaults.enforce()) < 0) {
        Origins origins = cluster.origins();
        sink.report(
            origins
                .of(security, PodSecurity::enforce)
                .finding(
                    WEAKER_POD_SECURITY,
                    "%s accepts %s pods, and other namespaces %s ones"
                        .formatted(namespace.name(), level, defaults.enforce()))
                .withRelated(
                    origins.of(defaults, PodSecurityDefaults::enforce).range(),
                    "the cluster's level")
                .withHelp(
                    "keep what needs it in a namespace of its own; others can be %s"
                        .formatted(defaults.enforce())));
      }
    }
  }
}
