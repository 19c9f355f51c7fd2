package dev.strake.join.rbac;

import dev.strake.join.LabelSelector;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who has which rules.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/">Using RBAC</a>
 */
final class Bindings {

  static final String GROUP = "rbac.authorization.k8s.io";

  /** Roles for people that every cluster has. */
  private static final Set<String> FOR_USERS = Set.of("cluster-admin", "admin", "edit", "view");

  /** Roles that the API server makes and keeps, by their namespace. */
  private static final Map<String, Set<String>> OF_THE_SERVER =
      Map.of(
          "kube-system",
          Set.of("extension-apiserver-authentication-reader"),
          "kube-public",
          Set.of());

  private Bindings() {}

  /** Bindings of both kinds. */
  static List<Part> all(ObjectSet objects) {
    return Stream.of("ClusterRoleBinding", "RoleBinding")
        .flatMap(kind -> objects.all(GROUP, kind).stream())
        .map(Part::of)
        .toList();
  }

  static boolean isClusterWide(Part binding) {
    return binding.object().ref().kind().equals("ClusterRoleBinding");
  }

  static Part role(Part binding) {
    return binding.field("roleRef", "name");
  }

  /**
   * Whether the role that a binding names comes with every cluster.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/namespace_policy.go">namespace_policy.go</a>
   */
  static boolean isBuiltIn(Part binding) {
    String name = role(binding).textOrEmpty();
    if (binding.field("roleRef", "kind").is("ClusterRole")) {
      return FOR_USERS.contains(name) || name.startsWith("system:");
    }
    String namespace = ObjectSet.namespace(binding.object());
    return OF_THE_SERVER.containsKey(namespace)
        && (name.startsWith("system:") || OF_THE_SERVER.get(namespace).contains(name));
  }

  /** The role that a binding names, if it is declared here. A Role lies beside its binding. */
  static Optional<Manifest> find(Part binding, ObjectSet objects) {
    String name = role(binding).textOrEmpty();
    return binding.field("roleRef", "kind").is("ClusterRole")
        ? objects.find(GROUP, "ClusterRole", name)
        : objects.find(GROUP, "Role", ObjectSet.namespace(binding.object()), name);
  }

  /** The rules that a binding gives, with those that a ClusterRole collects from others. */
  static List<Part> rules(Part binding, ObjectSet objects) {
    return find(binding, objects).map(role -> rulesOf(Part.of(role), objects)).orElse(List.of());
  }

  private static List<Part> rulesOf(Part role, ObjectSet objects) {
    List<Part> rules = new ArrayList<>(role.field("rules").items());
    for (Part selector : role.field("aggregationRule", "clusterRoleSelectors").items()) {
      LabelSelector labels = LabelSelector.of(selector);
      objects.all(GROUP, "ClusterRole").stream()
          .map(Part::of)
          .filter(other -> !other.object().equals(role.object()))
          .filter(other -> labels.matches(other.field("metadata", "labels").textByKey()))
          .forEach(other -> rules.addAll(other.field("rules").items()));
    }
    return rules;
  }

  /** Whether a subject is the account that a pod acts as. */
  static boolean isAccount(Part subject, Part binding, String namespace, String name) {
    return subject.field("kind").is("ServiceAccount")
        && subject.field("name").is(name)
        && accountNamespace(subject, binding).equals(namespace);
  }

  static String accountNamespace(Part subject, Part binding) {
    return subject.field("namespace").text().orElseGet(() -> ObjectSet.namespace(binding.object()));
  }
}
