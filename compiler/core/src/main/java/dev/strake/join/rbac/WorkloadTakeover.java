package dev.strake.join.rbac;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A workload from which whoever breaks into it gets the whole cluster. */
final class WorkloadTakeover implements BundleRule {

  /** Built-in roles that read Secrets and run commands in pods. */
  private static final Set<String> STRONG = Set.of("cluster-admin", "admin", "edit");

  @Override
  public String policy() {
    return "rbac/workload-takeover";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    List<Part> bindings =
        Bindings.all(objects).stream().filter(WorkloadTakeover::reachesAll).toList();
    for (PodTemplate pod : objects.pods()) {
      for (Part binding : bindings) {
        if (isFor(pod, binding)) {
          check(pod, binding, objects, violations);
        }
      }
    }
  }

  /** In kube-system are the accounts of the controllers, which may do everything together. */
  private static boolean reachesAll(Part binding) {
    return Bindings.isClusterWide(binding)
        || ObjectSet.namespace(binding.object()).equals("kube-system");
  }

  private static boolean isFor(PodTemplate pod, Part binding) {
    return binding.field("subjects").items().stream()
        .anyMatch(s -> Bindings.isAccount(s, binding, pod.namespace(), pod.serviceAccount()));
  }

  private static void check(
      PodTemplate pod, Part binding, ObjectSet objects, Violations violations) {
    Part place = pod.spec().field("serviceAccountName");
    String account = pod.serviceAccount();
    if (Bindings.isBuiltIn(binding) && STRONG.contains(Bindings.role(binding).textOrEmpty())) {
      violations.add(
          place,
          "its account %s has the role %s".formatted(account, Bindings.role(binding).textOrEmpty()),
          Bindings.role(binding),
          "by this binding");
      return;
    }
    for (Part rule : Bindings.rules(binding, objects)) {
      Optional<String> takeover = Power.takeover(rule);
      if (takeover.isPresent()) {
        violations.add(
            place,
            "its account %s may %s".formatted(account, takeover.get()),
            rule,
            "by this rule");
        return;
      }
    }
  }
}
