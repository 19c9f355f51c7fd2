package dev.strake.check.namespace;

import dev.strake.check.ManifestCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Account;
import dev.strake.spec.ClusterNamespace.RoleGrant;
import dev.strake.spec.ClusterNamespace.RoleKind;
import dev.strake.spec.ClusterNamespace.RoleRef;
import dev.strake.spec.ClusterNamespace.Subject;
import dev.strake.spec.ClusterNamespace.SubjectKind;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import java.util.List;

/**
 * A role that is given and that nobody defines, or given to a service account that nobody makes.
 * The API server takes such a binding, which gives nothing. Vendored software may bring roles, so
 * with it nothing is said about those.
 */
public final class DanglingGrant implements ManifestCheck {

  static final Code DANGLING_GRANT = Code.warning("spec/dangling-grant");

  @Override
  public void check(ResolvedCluster cluster, List<Manifest> written, DiagnosticSink sink) {
    RbacObjects known = RbacObjects.of(cluster, written);
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      GrantsOf grants = new GrantsOf(namespace.name().toString(), known, cluster.origins(), sink);
      namespace.roleBindings().forEach(grants::check);
      namespace.serviceAccounts().forEach(grants::check);
    }
  }

  private record GrantsOf(
      String namespace, RbacObjects known, Origins origins, DiagnosticSink sink) {

    void check(RoleGrant grant) {
      if (grant.clusterRole() != null) {
        checkClusterRole(grant.clusterRole().toString(), origins.of(grant, RoleGrant::clusterRole));
      } else if (grant.role() != null) {
        checkRole(grant.role().toString(), origins.of(grant, RoleGrant::role));
      }
      Subject subject = grant.subject();
      if (subject.kind() == SubjectKind.ServiceAccount) {
        checkAccount(subject);
      }
    }

    void check(Account account) {
      RoleRef role = account.roleRef();
      if (role != null && role.kind() == RoleKind.ClusterRole) {
        checkClusterRole(role.name().toString(), origins.of(role, RoleRef::name));
      } else if (role != null) {
        checkRole(role.name().toString(), origins.of(role, RoleRef::name));
      }
    }

    private void checkClusterRole(String name, Origin origin) {
      if (!known.hasClusterRole(name)) {
        Diagnostic finding =
            origin.finding(DANGLING_GRANT, "nobody defines the ClusterRole " + name);
        sink.report(
            finding.withHelp(
                meant(name, known.clusterRoles())
                    + "roles of Kubernetes' own are admin, edit and view; others are objects in the"
                    + " sources"));
      }
    }

    private void checkRole(String name, Origin origin) {
      if (!known.hasRole(namespace, name)) {
        Diagnostic finding =
            origin.finding(
                DANGLING_GRANT, "nobody defines the Role %s in %s".formatted(name, namespace));
        sink.report(
            finding.withHelp(
                meant(name, known.roles(namespace))
                    + "add a Role %s in the namespace %s to the sources, or give a ClusterRole such"
                        .formatted(name, namespace)
                    + " as edit"));
      }
    }

    private void checkAccount(Subject subject) {
      String in = subject.namespace() == null ? namespace : subject.namespace().toString();
      String name = subject.name().toString();
      if (!known.mayHaveAccount(in, name)) {
        Diagnostic finding =
            origins
                .of(subject, Subject::name)
                .finding(
                    DANGLING_GRANT,
                    "nobody makes the service account %s in %s".formatted(name, in));
        sink.report(
            finding.withHelp(
                meant(name, known.accounts(in))
                    + "add it to serviceAccounts of the namespace "
                    + in));
      }
    }

    private static String meant(String name, List<String> others) {
      return DidYouMean.of(name, others)
          .map(meant -> "did you mean " + meant + "? Else ")
          .orElse("");
    }
  }
}
