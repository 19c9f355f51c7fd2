package dev.strake.sync;

import dev.strake.sync.apply.Applier;
import dev.strake.sync.apply.Outcome;
import dev.strake.sync.inventory.PrunePlan;
import dev.strake.sync.inventory.SetScope;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.set.Pruner;
import dev.strake.sync.set.Pruner.Deletion;
import dev.strake.sync.set.SetStore;
import java.util.List;

/** The end of a sync: what left the set is deleted, and forgotten once it is gone. */
final class PruneStage {

  private final ClusterApi api;
  private final SetStore store;

  PruneStage(ClusterApi api, SetStore store) {
    this.api = api;
    this.store = store;
  }

  /**
   * Deletes, unless something is there only in part: of that nobody can say what is missing on
   * purpose.
   *
   * @param troubles so far; what comes up is added
   */
  List<Deletion> prune(SyncPlan plan, List<Outcome> outcomes, List<String> troubles) {
    PrunePlan pruning = plan.pruning();
    List<String> held =
        pruning.holds().stream().map(hold -> Deletions.told(hold, plan.set().commit())).toList();
    if (!Applier.isComplete(outcomes) || !troubles.isEmpty()) {
      troubles.addAll(held);
      if (!pruning.deletions().isEmpty()) {
        troubles.add("nothing was deleted, because not everything was applied");
      }
      return List.of();
    }
    List<Deletion> deletions = new Pruner(api).prune(pruning);
    List<ObjectIdentity> gone =
        deletions.stream().filter(Deletion::gone).map(Deletion::identity).toList();
    store
        .update(inventory -> pruning.inventoryAfter(inventory, gone), SetScope.EMPTY)
        .ifPresent(troubles::add);
    troubles.addAll(held);
    return deletions;
  }
}
