package dev.strake.check.apiserver;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer.PodSecurityDefaults;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Level;
import dev.strake.spec.Origins;

/**
 * Pods of the cluster's own parts that Pod Security admission would refuse: what counts where
 * namespaces say nothing is stricter than they need, and their namespace is not exempt. A warning,
 * because their manifests may bring a Namespace with the label.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-admission-controller/">Kubernetes:
 *     configuring the Pod Security admission controller</a>
 */
final class PrivilegedNamespace implements SpecCheck {

  static final Code PRIVILEGED_NAMESPACE = Code.warning("spec/privileged-namespace");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    PodSecurityDefaults defaults = cluster.spec().spec().controlPlane().apiServer().podSecurity();
    if (defaults == null || defaults.enforce() == Level.privileged) {
      return;
    }
    Origins origins = cluster.origins();
    for (PrivilegedAddon addon : PrivilegedAddon.of(cluster)) {
      if (!isExempt(addon.namespace(), defaults) && !isPrivileged(addon.namespace(), cluster)) {
        sink.report(
            origins
                .of(defaults, PodSecurityDefaults::exemptNamespaces)
                .finding(
                    PRIVILEGED_NAMESPACE,
                    "pods of %s would be refused: %s, and %s is enforced"
                        .formatted(addon.namespace(), addon.needs(), defaults.enforce()))
                .withRelated(addon.origin().range(), "asked for here")
                .withHelp("add %s to exemptNamespaces".formatted(addon.namespace())));
      }
    }
  }

  private static boolean isExempt(String namespace, PodSecurityDefaults defaults) {
    return defaults.exemptNamespaces().stream().anyMatch(name -> name.toString().equals(namespace));
  }

  private static boolean isPrivileged(String namespace, ResolvedCluster cluster) {
    return cluster.spec().spec().namespaces().stream()
        .filter(declared -> declared.name().toString().equals(namespace))
        .map(ClusterNamespace::podSecurity)
        .anyMatch(security -> security != null && security.enforce() == Level.privileged);
  }
}
