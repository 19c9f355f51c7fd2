package dev.strake.join.reliability;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A PodDisruptionBudget that never lets a pod go, so that no node can be drained. */
final class BudgetBlocksDrain implements BundleRule {

  private static final Set<String> COUNTED = Set.of("Deployment", "ReplicaSet", "StatefulSet");

  @Override
  public String policy() {
    return "reliability/budget-blocks-drain";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part budget : DisruptionBudgets.all(objects)) {
      Part most = budget.field("spec", "maxUnavailable");
      Part least = budget.field("spec", "minAvailable");
      if (most.isSet() && isNothing(most)) {
        violations.add(most, "no pod may ever leave its node");
      } else if (least.is("100%")) {
        violations.add(least, "all pods have to stay, so none may leave its node");
      } else if (least.isSet()) {
        checkLeast(least, DisruptionBudgets.pods(budget, objects), objects, violations);
      }
    }
  }

  private static boolean isNothing(Part most) {
    return most.is("0%") || most.integer().equals(OptionalLong.of(0));
  }

  private static void checkLeast(
      Part least, List<PodTemplate> pods, ObjectSet objects, Violations violations) {
    boolean countable = pods.stream().allMatch(pod -> COUNTED.contains(pod.owner().ref().kind()));
    long replicas = pods.stream().mapToLong(pod -> Scaled.leastReplicas(pod, objects)).sum();
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
