package dev.strake.join.reliability;

import dev.strake.join.LabelSelector;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import java.util.List;

/** What PodDisruptionBudgets select. */
final class DisruptionBudgets {

  private DisruptionBudgets() {}

  static List<Part> all(ObjectSet objects) {
    return objects.all("policy", "PodDisruptionBudget").stream().map(Part::of).toList();
  }

  static Part selector(Part budget) {
    return budget.field("spec", "selector");
  }

  /** An empty selector takes all pods, an absent one takes none. */
  static List<PodTemplate> pods(Part budget, ObjectSet objects) {
    Part selector = selector(budget);
    if (!selector.isSet()) {
      return List.of();
    }
    return objects.pods(ObjectSet.namespace(budget.object()), LabelSelector.of(selector)).stream()
        .filter(PodTemplate::runsOn)
        .toList();
  }
}
