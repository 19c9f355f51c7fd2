package dev.strake.sync;

import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.inventory.ApplySetKeys;
import dev.strake.sync.inventory.PruneGuard;
import dev.strake.sync.inventory.PruneOrder;
import dev.strake.sync.inventory.PrunePlan;
import dev.strake.sync.inventory.PruneRequest;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.plan.ObjectPlanner;
import dev.strake.sync.plan.PlanOptions;
import dev.strake.sync.plan.PlanRun;
import dev.strake.sync.plan.PlannedChange;
import dev.strake.sync.plan.Planner;
import dev.strake.sync.plan.Step;
import dev.strake.sync.set.OtherWishes;
import dev.strake.sync.set.PruneSurvey;
import dev.strake.sync.set.SetStore;
import dev.strake.sync.set.StoredSet;
import dev.strake.sync.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Plans what is wanted and what is not wanted any more. Writes nothing. */
final class SetPlanner {

  private final ClusterApi api;
  private final SyncOptions options;
  private final Workers workers;

  SetPlanner(ClusterApi api, SyncOptions options, Workers workers) {
    this.api = api;
    this.options = options;
    this.workers = workers;
  }

  SyncPlan plan(DesiredSet set, SetStore store, Supplier<OtherWishes> neighbours) {
    PlanOptions planned =
        new PlanOptions(
            options.conflicts(),
            options.recreate(),
            Map.of(ApplySetKeys.PART_OF, store.name().id().value()));
    ObjectPlanner objects = new ObjectPlanner(api, planned, set);
    Planner planner = new Planner(api, workers);
    List<Step> steps = planner.steps(set, objects);
    StoredSet stored = store.read();
    PrunePlan pruning = pruning(set, store, stored, steps, neighbours);
    List<PlannedChange> deletions = new ArrayList<>(Deletions.of(pruning, set.commit()));
    stored.refusal().ifPresent(why -> deletions.add(Deletions.blocked(store.name(), why)));
    stored.trouble().ifPresent(why -> deletions.add(Deletions.untrusted(store.name(), why)));
    PlanRun run = planner.run(set, steps, deletions);
    return new SyncPlan(set, run, pruning, objects);
  }

  private PrunePlan pruning(
      DesiredSet set,
      SetStore store,
      StoredSet stored,
      List<Step> steps,
      Supplier<OtherWishes> neighbours) {
    boolean blind = stored.trouble().isPresent() || stored.refusal().isPresent();
    PruneSurvey survey = new PruneSurvey(api, workers);
    PruneRequest request =
        options.prune() && !blind
            ? survey.request(store.name(), stored, set, steps, neighbours)
            : PruneSurvey.nothing(store.name());
    PruneGuard guard = new PruneGuard(options.limits(), set.commit(), options.overrides());
    return PrunePlan.of(request, guard, new PruneOrder(ApplyStages::of, survey.ownRights(request)));
  }
}
