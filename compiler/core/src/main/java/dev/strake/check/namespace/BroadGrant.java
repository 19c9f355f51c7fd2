package dev.strake.check.namespace;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.RoleGrant;
import dev.strake.spec.ClusterNamespace.Subject;
import dev.strake.spec.Origins;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Roles for everybody: for whoever reaches the API server without a name, which is an error, and
 * for all who have one. That all may look is common, and passes.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles">Kubernetes:
 *     system:authenticated and system:unauthenticated</a>
 */
final class BroadGrant implements SpecCheck {

  static final Code BROAD_GRANT = Code.warning("spec/broad-grant");

  private static final Set<String> ANONYMOUS =
      Set.of("Group system:unauthenticated", "User system:anonymous");
  private static final Map<String, String> MANY =
      Map.of(
          "Group system:authenticated", "everybody who has a name",
          "Group system:serviceaccounts", "every pod of the cluster");
  private static final String VIEW = "view";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      for (RoleGrant grant : namespace.roleBindings()) {
        check(namespace, grant, cluster.origins(), sink);
      }
    }
  }

  private static void check(
      ClusterNamespace namespace, RoleGrant grant, Origins origins, DiagnosticSink sink) {
    String who = grant.subject().kind() + " " + grant.subject().name();
    @Nullable String many = MANY.get(who);
    boolean looks = grant.clusterRole() != null && grant.clusterRole().toString().equals(VIEW);
    if (ANONYMOUS.contains(who)) {
      report("whoever reaches the API server", Severity.ERROR, namespace, grant, origins, sink);
    } else if (many != null && !looks) {
      report(many, Severity.WARNING, namespace, grant, origins, sink);
    }
  }

  private static void report(
      String whom,
      Severity severity,
      ClusterNamespace namespace,
      RoleGrant grant,
      Origins origins,
      DiagnosticSink sink) {
    Object role = grant.clusterRole() == null ? grant.role() : grant.clusterRole();
    sink.report(
        origins
            .of(grant.subject(), Subject::name)
            .finding(
                BROAD_GRANT, "%s gets the role %s in %s".formatted(whom, role, namespace.name()))
            .withSeverity(severity)
            .withHelp("name the group or the service account that needs it"));
  }
}
