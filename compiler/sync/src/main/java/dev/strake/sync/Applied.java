package dev.strake.sync;

import dev.strake.sync.apply.Outcome;
import dev.strake.sync.inventory.Inventory;
import dev.strake.sync.inventory.InventoryEntry;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.plan.PlanRun;
import dev.strake.sync.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** What an apply has brought about, for the inventory. */
final class Applied {

  private Applied() {}

  /**
   * The inventory with what was applied. What is as it was keeps the commit that it came from, so
   * that a commit that changes nothing writes nothing.
   */
  static Inventory in(Inventory inventory, List<InventoryEntry> applied) {
    return inventory.with(applied.stream().filter(entry -> !isKnown(inventory, entry)).toList());
  }

  private static boolean isKnown(Inventory inventory, InventoryEntry entry) {
    return inventory
        .find(entry.identity())
        .filter(known -> known.uid().equals(entry.uid()) && known.digest().equals(entry.digest()))
        .isPresent();
  }

  /**
   * Of what is there now; the rest stays the intent that it was.
   *
   * @param outcomes in the order of the steps
   */
  static List<InventoryEntry> entries(PlanRun run, List<Outcome> outcomes, String commit) {
    List<Step> steps = run.waves().stream().flatMap(List::stream).toList();
    List<InventoryEntry> entries = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Outcome outcome = outcomes.get(i);
      String uid = outcome.live().map(KubernetesObject::uid).orElse("");
      if (outcome.isDone() && !step.desired().isPatchOnly()) {
        entries.add(
            new InventoryEntry(
                outcome.identity(),
                uid.isEmpty() ? step.change().uid() : uid,
                step.appliedDigest(),
                commit));
      }
    }
    return entries;
  }
}
