package dev.strake.join.reliability;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Pods that two PodDisruptionBudgets select: the eviction API then refuses to evict them. */
final class BudgetOverlap implements BundleRule {

  @Override
  public String policy() {
    return "reliability/pdb-overlap";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    IdentityHashMap<Manifest, Part> protectedBy = new IdentityHashMap<>();
    for (Part budget : DisruptionBudgets.all(objects)) {
      Set<Part> others = new HashSet<>();
      for (PodTemplate pod : DisruptionBudgets.pods(budget, objects)) {
        Part first = protectedBy.putIfAbsent(pod.owner(), budget);
        if (first != null && others.add(first)) {
          violations.add(
              DisruptionBudgets.selector(budget),
              "%s has two budgets, and cannot be evicted at all".formatted(pod.owner().ref()),
              DisruptionBudgets.selector(first),
              "the other one");
        }
      }
    }
  }
}
