package dev.strake.check.namespace;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Account;
import dev.strake.spec.ClusterNamespace.RoleGrant;
import dev.strake.spec.ClusterNamespace.RoleKind;
import dev.strake.spec.ClusterNamespace.RoleRef;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;

/**
 * The role cluster-admin within a namespace that has a quota or a limit range: whoever has it can
 * lift both. The role admin can do all else.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles">Kubernetes:
 *     user-facing roles</a>
 */
final class GuardRails implements SpecCheck {

  static final Code GUARD_RAILS = Code.warning("spec/guard-rails");

  private static final String CLUSTER_ADMIN = "cluster-admin";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Origins origins = cluster.origins();
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      if (namespace.quota().isEmpty() && namespace.limitRange() == null) {
        continue;
      }
      for (RoleGrant grant : namespace.roleBindings()) {
        if (grant.clusterRole() != null && grant.clusterRole().toString().equals(CLUSTER_ADMIN)) {
          report(namespace, origins.of(grant, RoleGrant::clusterRole), sink);
        }
      }
      for (Account account : namespace.serviceAccounts()) {
        RoleRef role = account.roleRef();
        if (role != null
            && role.kind() == RoleKind.ClusterRole
            && role.name().toString().equals(CLUSTER_ADMIN)) {
          report(namespace, origins.of(role, RoleRef::name), sink);
        }
      }
    }
  }

  private static void report(ClusterNamespace namespace, Origin origin, DiagnosticSink sink) {
    sink.report(
        origin
            .finding(
                GUARD_RAILS,
                "cluster-admin can lift the quota and the limits of %s".formatted(namespace.name()))
            .withHelp("write admin, which can do everything else in the namespace"));
  }
}
