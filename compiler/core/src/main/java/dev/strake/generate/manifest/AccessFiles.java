package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Account;
import dev.strake.spec.ClusterNamespace.RoleGrant;
import dev.strake.spec.ClusterNamespace.RoleRef;
import dev.strake.spec.Origins;
import dev.strake.yaml.NodePath;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who may do what in one namespace: its service accounts, and bindings to roles. */
final class AccessFiles {

  private static final NodePath ROLE = NodePath.of("roleRef");
  private static final NodePath SUBJECT = NodePath.of("subjects").index(0);
  private static final NodePath NAME = NodePath.of("metadata", "name");

  private final ClusterNamespace spec;
  private final Origins origins;
  private final ManifestFiles files;
  private final String namespace;

  AccessFiles(ResolvedCluster cluster, ClusterNamespace spec) {
    this.spec = spec;
    this.origins = cluster.origins();
    this.files = new ManifestFiles(cluster);
    this.namespace = spec.name().toString();
  }

  /**
   * The accounts, each with the binding that it asks for, and then the other bindings. What is
   * written twice is made once.
   */
  List<Artifact> all() {
    List<Artifact> made = new ArrayList<>();
    Set<RoleBinding> bindings = new HashSet<>();
    for (Account account : spec.serviceAccounts()) {
      made.add(files.of(serviceAccount(account), accountSources(account)));
      RoleRef role = account.roleRef();
      if (role != null && bindings.add(binding(account, role))) {
        made.add(files.of(binding(account, role), bindingSources(account, role)));
      }
    }
    for (RoleGrant grant : spec.roleBindings()) {
      if (bindings.add(binding(grant))) {
        made.add(files.of(binding(grant), bindingSources(grant)));
      }
    }
    return made;
  }

  /** Kubernetes mounts tokens unless told otherwise, and the spec does not: always written. */
  private ServiceAccount serviceAccount(Account account) {
    return new ServiceAccountBuilder()
        .withNewMetadata()
        .withName(account.name().toString())
        .withNamespace(namespace)
        .endMetadata()
        .withAutomountServiceAccountToken(account.automountToken())
        .build();
  }

  private SourceMap accountSources(Account account) {
    return SourceMap.of(origins.of(account).range())
        .with(NAME, origins.of(account, Account::name).range())
        .with(
            NodePath.of("automountServiceAccountToken"),
            origins.of(account, Account::automountToken).range());
  }

  private RoleBinding binding(Account account, RoleRef role) {
    return binding(
        new Grantee("ServiceAccount", account.name().toString(), namespace),
        role.kind().name(),
        role.name().toString());
  }

  private SourceMap bindingSources(Account account, RoleRef role) {
    return SourceMap.of(origins.of(role).range())
        .with(ROLE.key("kind"), origins.of(role, RoleRef::kind).range())
        .with(ROLE.key("name"), origins.of(role, RoleRef::name).range())
        .with(SUBJECT, origins.of(account, Account::name).range());
  }

  private RoleBinding binding(RoleGrant grant) {
    ClusterNamespace.Subject subject = grant.subject();
    boolean account = subject.kind() == ClusterNamespace.SubjectKind.ServiceAccount;
    String home =
        subject.namespace() == null || !account ? namespace : subject.namespace().toString();
    Grantee grantee = new Grantee(subject.kind().name(), subject.name().toString(), home);
    return grant.clusterRole() != null
        ? binding(grantee, "ClusterRole", grant.clusterRole().toString())
        : binding(grantee, "Role", String.valueOf(grant.role()));
  }

  private SourceMap bindingSources(RoleGrant grant) {
    ClusterNamespace.Subject subject = grant.subject();
    var role =
        grant.clusterRole() != null
            ? origins.of(grant, RoleGrant::clusterRole)
            : origins.of(grant, RoleGrant::role);
    return SourceMap.of(origins.of(grant).range())
        .with(ROLE, role.range())
        .with(SUBJECT, origins.of(subject).range())
        .with(SUBJECT.key("kind"), origins.of(subject, ClusterNamespace.Subject::kind).range())
        .with(SUBJECT.key("name"), origins.of(subject, ClusterNamespace.Subject::name).range())
        .with(
            SUBJECT.key("namespace"),
            origins.of(subject, ClusterNamespace.Subject::namespace).range());
  }

  /**
   * @param home of a service account; nobody else has one
   */
  private record Grantee(String kind, String name, String home) {

    boolean isAccount() {
      return kind.equals("ServiceAccount");
    }
  }

  /**
   * A binding's role never changes, so the role is part of the name: another role is another
   * binding, and the old one goes.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#clusterrolebinding-example">RBAC:
   *     a binding's roleRef cannot be changed</a>
   */
  private RoleBinding binding(Grantee grantee, String roleKind, String role) {
    return new RoleBindingBuilder()
        .withNewMetadata()
        .withName(name(grantee, roleKind, role))
        .withNamespace(namespace)
        .endMetadata()
        .withNewRoleRef("rbac.authorization.k8s.io", roleKind, role)
        .addNewSubject()
        .withKind(grantee.kind())
        .withApiGroup(grantee.isAccount() ? null : "rbac.authorization.k8s.io")
        .withName(grantee.name())
        .withNamespace(grantee.isAccount() ? grantee.home() : null)
        .endSubject()
        .build();
  }

  /** {@code clusterrole.edit.group.shop}. */
  private String name(Grantee grantee, String roleKind, String role) {
    List<String> name = new ArrayList<>();
    name.add(roleKind.toLowerCase(Locale.ROOT));
    name.add(role);
    name.add(grantee.kind().toLowerCase(Locale.ROOT));
    if (grantee.isAccount() && !grantee.home().equals(namespace)) {
      name.add(grantee.home());
    }
    name.add(grantee.name());
    return String.join(".", name);
  }
}
