package dev.strake.sync;

import dev.strake.sync.apply.Applier;
import dev.strake.sync.apply.Outcome;
import dev.strake.sync.apply.Patience;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthRules;
import dev.strake.sync.health.wait.WaitLimits;
import dev.strake.sync.inventory.ApplySetKeys;
import dev.strake.sync.inventory.Inventory;
import dev.strake.sync.inventory.InventoryEntry;
import dev.strake.sync.inventory.NamespaceContents;
import dev.strake.sync.inventory.OtherClaims;
import dev.strake.sync.inventory.PruneGuard;
import dev.strake.sync.inventory.PruneOrder;
import dev.strake.sync.inventory.PrunePlan;
import dev.strake.sync.inventory.PruneRequest;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.inventory.SetScope;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.plan.ObjectPlanner;
import dev.strake.sync.plan.PlanOptions;
import dev.strake.sync.plan.PlanRun;
import dev.strake.sync.plan.PlannedChange;
import dev.strake.sync.plan.Planner;
import dev.strake.sync.plan.Secrets;
import dev.strake.sync.plan.Step;
import dev.strake.sync.set.PruneSurvey;
import dev.strake.sync.set.Pruner;
import dev.strake.sync.set.Pruner.Deletion;
import dev.strake.sync.set.SetStore;
import dev.strake.sync.set.StoredSet;
import dev.strake.sync.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings one set to one cluster: plans, applies, and prunes once everything was applied. Whenever
 * it is stopped, the inventory knows everything that it has made, and the next run goes on from
 * there.
 */
public final class ClusterSync implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ClusterApi api;
  private final SyncOptions options;
  private final Workers workers;
  private final Patience patience;
  private final HealthRules rules;
  private final Clock clock;
  private final Sleeper sleeper;

  public ClusterSync(ClusterApi api, SyncOptions options, Clock clock, Sleeper sleeper) {
    this.api = api;
    this.options = options;
    this.clock = clock;
    this.sleeper = sleeper;
    this.rules = HealthRules.honest(List.of());
    this.workers = new Workers(options.requests());
    this.patience = new Patience(options.timeout(), PAUSE, sleeper);
  }

  /** Writes nothing. */
  public SyncPlan plan(DesiredSet set) {
    SetStore store = store(set);
    PlanOptions planned =
        new PlanOptions(
            options.conflicts(),
            options.recreate(),
            Map.of(ApplySetKeys.PART_OF, store.name().id().value()));
    ObjectPlanner objects = new ObjectPlanner(api, planned, set);
    Planner planner = new Planner(api, workers);
    List<Step> steps = planner.steps(set, objects);
    StoredSet stored = store.read();
    PrunePlan pruning = pruning(set, store, stored, steps);
    List<PlannedChange> deletions = new ArrayList<>(Deletions.of(pruning, set.commit()));
    stored.refusal().ifPresent(why -> deletions.add(Deletions.blocked(store.name(), why)));
    stored.trouble().ifPresent(why -> deletions.add(Deletions.untrusted(store.name(), why)));
    PlanRun run = planner.run(set, steps, deletions);
    return new SyncPlan(set, run, pruning, objects);
  }

  private PrunePlan pruning(DesiredSet set, SetStore store, StoredSet stored, List<Step> steps) {
    boolean blind = stored.trouble().isPresent() || stored.refusal().isPresent();
    PruneRequest request =
        options.prune() && !blind
            ? new PruneSurvey(api, workers).request(store.name(), stored, set, steps)
            : nothing(store);
    PruneGuard guard = new PruneGuard(options.limits(), set.commit(), options.overrides());
    return PrunePlan.of(request, guard, new PruneOrder(ApplyStages::of, Set.of()));
  }

  private static PruneRequest nothing(SetStore store) {
    return new PruneRequest(
        store.name().id(),
        Inventory.EMPTY,
        Set.of(),
        OtherClaims.NONE,
        Map.of(),
        List.of(),
        NamespaceContents.unknown());
  }

  /**
   * Carries out a plan that this sync has made.
   *
   * @param listener told of every object, by many threads
   */
  public SyncReport apply(SyncPlan plan, SyncListener listener) {
    SetStore store = store(plan.set());
    List<InventoryEntry> intents = entries(plan);
    Optional<String> unwritten =
        store.update(
            inventory -> inventory.withIntents(intents),
            SetScope.of(intents.stream().map(InventoryEntry::identity).toList()));
    if (unwritten.isPresent()) {
      return new SyncReport(List.of(), List.of(), Optional.empty(), List.of(unwritten.get()));
    }
    List<Outcome> outcomes =
        new Applier(api, workers, patience, this::unready, listener)
            .apply(plan.run(), plan.planner());
    List<InventoryEntry> applied = Applied.entries(plan.run(), outcomes, plan.set().commit());
    List<String> troubles = new ArrayList<>();
    store
        .update(inventory -> Applied.in(inventory, applied), SetScope.EMPTY)
        .ifPresent(troubles::add);
    List<Deletion> deletions = prune(plan, store, outcomes, troubles);
    return new SyncReport(outcomes, deletions, health(plan.set(), outcomes, listener), troubles);
  }

  private Optional<String> unready(KubernetesObject live) {
    Health health = rules.of(live, clock.instant());
    return health.isCurrent()
        ? Optional.empty()
        : Optional.of(health.status() + ": " + health.message());
  }

  private Optional<HealthReport> health(
      DesiredSet set, List<Outcome> outcomes, SyncListener listener) {
    if (!options.awaitHealth()) {
      return Optional.empty();
    }
    List<ObjectIdentity> applied =
        outcomes.stream().filter(Outcome::isDone).map(Outcome::identity).toList();
    List<KubernetesObject> secrets =
        set.objects().stream().map(DesiredObject::object).filter(Secrets::is).toList();
    WaitLimits limits = new WaitLimits(options.timeout(), WaitLimits.DEFAULT.grace());
    return Optional.of(
        new HealthWatch(api, workers, rules, clock, sleeper)
            .await(applied, secrets, limits, listener));
  }

  /** Of what is there only in part, nobody can say what is missing on purpose. */
  private List<Deletion> prune(
      SyncPlan plan, SetStore store, List<Outcome> outcomes, List<String> troubles) {
    PrunePlan pruning = plan.pruning();
    pruning.holds().forEach(hold -> troubles.add(Deletions.told(hold, plan.set().commit())));
    boolean idle = pruning.deletions().isEmpty() && pruning.others().isEmpty();
    if (idle) {
      return List.of();
    }
    if (!Applier.isComplete(outcomes) || !troubles.isEmpty()) {
      if (!pruning.deletions().isEmpty()) {
        troubles.add("nothing was deleted, because not everything was applied or allowed");
      }
      return List.of();
    }
    List<Deletion> deletions = new Pruner(api).prune(pruning);
    List<ObjectIdentity> gone =
        deletions.stream().filter(Deletion::gone).map(Deletion::identity).toList();
    store
        .update(inventory -> pruning.inventoryAfter(inventory, gone), SetScope.EMPTY)
        .ifPresent(troubles::add);
    return deletions;
  }

  /** All that will be there, so that a crash leaves nothing that no inventory knows. */
  private static List<InventoryEntry> entries(SyncPlan plan) {
    return plan.run().waves().stream()
        .flatMap(List::stream)
        .filter(step -> !step.desired().isPatchOnly())
        .map(
            step ->
                InventoryEntry.intent(
                    step.change().identity(), step.appliedDigest(), plan.set().commit()))
        .toList();
  }

  private SetStore store(DesiredSet set) {
    return new SetStore(api, new SetName(set.name()), options.tooling());
  }

  @Override
  public void close() {
    workers.close();
  }
}
