package dev.strake.check.tenant;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Tenant;
import java.util.List;
import java.util.Set;

/**
 * A tenant that may write to a namespace of Kubernetes itself. In kube-system there are service
 * accounts that can do anything: whoever starts a pod there has the cluster.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation">Kubernetes:
 *     privilege escalation by workload creation</a>
 */
final class SystemTenant implements SpecCheck {

  static final Code SYSTEM_TENANT = Code.error("spec/system-tenant");

  /** Kubernetes' own, and that of Flannel, whose pods are privileged. */
  static final Set<String> SYSTEM =
      Set.of("kube-flannel", "kube-node-lease", "kube-public", "kube-system");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (Tenant tenant : cluster.spec().spec().tenants()) {
      List<String> namespaces = tenant.namespaces().stream().map(Object::toString).toList();
      for (int i = 0; i < namespaces.size(); i++) {
        if (SYSTEM.contains(namespaces.get(i))) {
          sink.report(
              cluster
                  .origins()
                  .of(tenant, Tenant::namespaces, i)
                  .finding(
                      SYSTEM_TENANT,
                      "the tenant %s can take over the cluster through %s"
                          .formatted(tenant.name(), namespaces.get(i)))
                  .withHelp("give the tenant a namespace of its own"));
        }
      }
    }
  }
}
