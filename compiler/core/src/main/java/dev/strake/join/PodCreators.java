package dev.strake.join;

import dev.strake.manifest.Manifest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Programs among the workloads that may make pods themselves, as operators do. */
final class PodCreators {

  private static final String RBAC = "rbac.authorization.k8s.io";

  private static final Set<String> MAKERS =
      Set.of("pods", "deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "*");

  private static final Set<String> GROUPS = Set.of("", "apps", "batch", "*");
  private static final Set<String> VERBS = Set.of("create", "*");

  private PodCreators() {}

  /**
   * Where they may: with a right in one namespace, there; with one in all of them, where they run.
   */
  static Set<String> namespaces(ObjectSet objects) {
    Set<String> found = new HashSet<>();
    Stream.of("RoleBinding", "ClusterRoleBinding")
        .flatMap(kind -> objects.all(RBAC, kind).stream())
        .filter(binding -> mayMakePods(Part.of(binding), objects))
        .forEach(binding -> addNamespaces(binding, objects, found));
    return Set.copyOf(found);
  }

  private static boolean mayMakePods(Part binding, ObjectSet objects) {
    Part role = binding.field("roleRef");
    String name = role.field("name").textOrEmpty();
    Optional<Manifest> declared =
        role.field("kind").is("ClusterRole")
            ? objects.find(RBAC, "ClusterRole", name)
            : objects.find(RBAC, "Role", ObjectSet.namespace(binding.object()), name);
    return declared.map(found -> Part.of(found).field("rules").items()).orElse(List.of()).stream()
        .anyMatch(PodCreators::makesPods);
  }

  private static boolean makesPods(Part rule) {
    return names(rule, "apiGroups", GROUPS)
        && names(rule, "resources", MAKERS)
        && names(rule, "verbs", VERBS);
  }

  private static boolean names(Part rule, String field, Set<String> some) {
    return rule.field(field).texts().stream().anyMatch(some::contains);
  }

  private static void addNamespaces(Manifest binding, ObjectSet objects, Set<String> found) {
    boolean everywhere = binding.ref().kind().equals("ClusterRoleBinding");
    for (Part subject : Part.of(binding).field("subjects").items()) {
      String own = subject.field("namespace").text().orElseGet(() -> ObjectSet.namespace(binding));
      String name = subject.field("name").textOrEmpty();
      boolean runs =
          subject.field("kind").is("ServiceAccount")
              && objects.pods(own).stream().anyMatch(pod -> pod.serviceAccount().equals(name));
      if (runs) {
        found.add(everywhere ? own : ObjectSet.namespace(binding));
      }
    }
  }
}
