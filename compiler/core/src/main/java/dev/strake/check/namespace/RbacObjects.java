package dev.strake.check.namespace;

import dev.strake.diagnostic.ObjectRef;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The roles and service accounts that there are: Kubernetes' own, the spec's, and objects of the
 * sources.
 */
final class RbacObjects {

  private static final String GROUP = "rbac.authorization.k8s.io/";

  /**
   * @see <a
   *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings">Kubernetes:
   *     default roles</a>
   */
  private static final Set<String> BUILT_IN = Set.of("admin", "cluster-admin", "edit", "view");

  private static final String BUILT_IN_PREFIX = "system:";

  /** In every namespace. */
  private static final String DEFAULT_ACCOUNT = "default";

  private final boolean foreignRoles;
  private final Set<String> clusterRoles = new TreeSet<>(BUILT_IN);
  private final Map<String, Set<String>> roles = new TreeMap<>();
  private final Map<String, Set<String>> accounts = new TreeMap<>();

  private RbacObjects(boolean foreignRoles) {
    this.foreignRoles = foreignRoles;
  }

  static RbacObjects of(ResolvedCluster cluster, List<Manifest> written) {
    RbacObjects known = new RbacObjects(!cluster.spec().spec().vendored().isEmpty());
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      Set<String> own =
          known.accounts.computeIfAbsent(namespace.name().toString(), n -> new TreeSet<>());
      own.add(DEFAULT_ACCOUNT);
      for (Account account : namespace.serviceAccounts()) {
        own.add(account.name().toString());
      }
    }
    written.forEach(object -> known.add(object.ref()));
    return known;
  }

  private void add(ObjectRef object) {
    String namespace = object.namespace() == null ? "" : object.namespace();
    boolean rbac = object.apiVersion().startsWith(GROUP);
    if (rbac && object.kind().equals("ClusterRole")) {
      clusterRoles.add(object.name());
    } else if (rbac && object.kind().equals("Role")) {
      roles.computeIfAbsent(namespace, n -> new TreeSet<>()).add(object.name());
    } else if (object.apiVersion().equals("v1") && object.kind().equals("ServiceAccount")) {
      accounts.computeIfAbsent(namespace, n -> new TreeSet<>()).add(object.name());
    }
  }

  boolean hasClusterRole(String name) {
    return foreignRoles || clusterRoles.contains(name) || name.startsWith(BUILT_IN_PREFIX);
  }

  boolean hasRole(String namespace, String name) {
    return foreignRoles || roles.getOrDefault(namespace, Set.of()).contains(name);
  }

  /** Of a namespace that the spec does not describe, nothing is known. */
  boolean mayHaveAccount(String namespace, String name) {
    Set<String> there = accounts.get(namespace);
    return foreignRoles || there == null || there.contains(name) || name.equals(DEFAULT_ACCOUNT);
  }

  List<String> clusterRoles() {
    return List.copyOf(clusterRoles);
  }

  List<String> roles(String namespace) {
    return List.copyOf(roles.getOrDefault(namespace, Set.of()));
  }

  List<String> accounts(String namespace) {
    return List.copyOf(accounts.getOrDefault(namespace, Set.of()));
  }
}
