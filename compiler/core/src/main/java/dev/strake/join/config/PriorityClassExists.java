package dev.strake.join.config;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import java.util.Set;

/**
 * A pod of a PriorityClass that is not there, which the API server refuses.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass">Kubernetes:
 *     PriorityClass</a>
 */
final class PriorityClassExists implements BundleRule {

  private static final String GROUP = "scheduling.k8s.io";
  private static final String KIND = "PriorityClass";
  private static final Set<String> BUILT_IN =
      Set.of("system-cluster-critical", "system-node-critical");

  @Override
  public String policy() {
    return "scheduling/priority-class-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    if (!objects.isOfOneCluster() && objects.all(GROUP, KIND).isEmpty()) {
      return;
    }
    for (PodTemplate pod : objects.pods()) {
      Part named = pod.spec().field("priorityClassName");
      String name = named.textOrEmpty();
      if (!name.isEmpty() && !BUILT_IN.contains(name) && !objects.has(GROUP, KIND, name)) {
        violations.add(named, "there is no PriorityClass " + name);
      }
    }
  }
}
