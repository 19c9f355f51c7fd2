package dev.strake.join.reliability;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;

/** A PodDisruptionBudget whose selector takes no pod. */
final class BudgetSelectsNothing implements BundleRule {

  @Override
  public String policy() {
    return "reliability/pdb-selects-nothing";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (Part budget : DisruptionBudgets.all(objects)) {
      String namespace = ObjectSet.namespace(budget.object());
      boolean selectsNone = DisruptionBudgets.pods(budget, objects).isEmpty();
      if (selectsNone && !objects.mayHaveUnseenPods(namespace)) {
        violations.add(
            DisruptionBudgets.selector(budget),
            "nothing in namespace %s makes pods that this takes".formatted(namespace));
      }
    }
  }
}
