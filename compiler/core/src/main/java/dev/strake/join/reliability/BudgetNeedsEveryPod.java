package dev.strake.join.reliability;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import java.util.List;
import java.util.Set;

/** A PodDisruptionBudget that needs as many pods as there are, so that no node can be drained. */
final class BudgetNeedsEveryPod implements BundleRule {

  private static final Set<String> COUNTED = Set.of("Deployment", "ReplicaSet", "StatefulSet");

  @Override
  public String policy() {
    return "reliability/pdb-needs-every-pod";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    Scaled scaled = new Scaled(objects);
    for (Part budget : DisruptionBudgets.all(objects)) {
      Part least = budget.field("spec", "minAvailable");
      // That all have to stay is said of the budget alone.
      if (least.isSet() && !least.is("100%")) {
        checkLeast(least, DisruptionBudgets.pods(budget, objects), scaled, violations);
      }
    }
  }

  private static void checkLeast(
      Part least, List<PodTemplate> pods, Scaled scaled, Violations violations) {
    boolean countable = pods.stream().allMatch(pod -> COUNTED.contains(pod.owner().ref().kind()));
    long replicas = pods.stream().mapToLong(scaled::leastReplicas).sum();
    if (!countable || replicas == 0) {
      return;
    }
    long needed = needed(least, replicas);
    if (needed >= replicas) {
      violations.add(
          least,
          "%s of %s pods have to stay, so none may leave its node".formatted(needed, replicas),
          replicas > 1
              ? "write maxUnavailable: 1 instead"
              : "run two pods or more; a budget does not help a single one");
    }
  }

  /** Percentages are rounded up. */
  private static long needed(Part least, long replicas) {
    String text = least.textOrEmpty();
    if (!text.matches("[0-9]{1,3}%")) {
      return least.integer().orElse(0);
    }
    long percent = Long.parseLong(text.substring(0, text.length() - 1));
    return (percent * replicas + 99) / 100;
  }
}
