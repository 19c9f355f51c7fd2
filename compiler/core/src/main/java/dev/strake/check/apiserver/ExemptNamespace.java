package dev.strake.check.apiserver;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer.PodSecurityDefaults;
import dev.strake.spec.Origin;
import dev.strake.spec.Tenant;
import dev.strake.value.DnsLabel;
import java.util.List;
import java.util.Optional;

/**
 * Namespaces of people among those that Pod Security admission does not look at: a pod there may
 * mount the host's disk, and with it everything.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/security/pod-security-admission/#exemptions">Kubernetes:
 *     exemptions of Pod Security admission</a>
 */
final class ExemptNamespace implements SpecCheck {

  static final Code EXEMPT_NAMESPACE = Code.warning("spec/exempt-namespace");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    PodSecurityDefaults defaults = cluster.spec().spec().controlPlane().apiServer().podSecurity();
    if (defaults == null) {
      return;
    }
    List<DnsLabel> exempt = defaults.exemptNamespaces();
    for (int i = 0; i < exempt.size(); i++) {
      DnsLabel namespace = exempt.get(i);
      Origin place = cluster.origins().of(defaults, PodSecurityDefaults::exemptNamespaces, i);
      Optional<Tenant> tenant = tenant(namespace, cluster);
      if (tenant.isPresent()) {
        sink.report(
            place
                .finding(
                    EXEMPT_NAMESPACE,
                    "the tenant %s may run privileged pods in %s, and so take over every machine"
                        .formatted(tenant.get().name(), namespace))
                .withRelated(cluster.origins().of(tenant.get()).range(), "the tenant")
                .withHelp("take %s off exemptNamespaces".formatted(namespace)));
      } else if (namespace.toString().equals("default")) {
        sink.report(
            place
                .finding(
                    EXEMPT_NAMESPACE,
                    "default is where pods land that name no namespace, and they may be privileged")
                .withHelp("take default off exemptNamespaces"));
      }
    }
  }

  private static Optional<Tenant> tenant(DnsLabel namespace, ResolvedCluster cluster) {
    return cluster.spec().spec().tenants().stream()
        .filter(tenant -> tenant.namespaces().contains(namespace))
        .findFirst();
  }
}
