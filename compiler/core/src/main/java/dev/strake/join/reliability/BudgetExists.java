package dev.strake.join.reliability;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** A workload of several pods without a PodDisruptionBudget. */
final class BudgetExists implements BundleRule {

  private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet");

  @Override
  public String policy() {
    return "reliability/pdb-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    Set<Manifest> covered = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Part budget : DisruptionBudgets.all(objects)) {
      DisruptionBudgets.pods(budget, objects).forEach(pod -> covered.add(pod.owner()));
    }
    Scaled scaled = new Scaled(objects);
    for (PodTemplate pod : objects.pods()) {
      long replicas = scaled.leastReplicas(pod);
      if (KINDS.contains(pod.owner().ref().kind())
          && replicas > 1
          && !covered.contains(pod.owner())) {
        violations.add(
            Part.of(pod.owner()).field("metadata", "name"),
            "%s has %s pods and no PodDisruptionBudget".formatted(pod.owner().ref(), replicas));
      }
    }
  }
}
