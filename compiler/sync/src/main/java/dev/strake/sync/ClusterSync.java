package dev.strake.sync;

import dev.strake.sync.apply.Applier;
import dev.strake.sync.apply.Outcome;
import dev.strake.sync.apply.Patience;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.health.wait.WaitLimits;
import dev.strake.sync.inventory.InventoryEntry;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.inventory.SetScope;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.set.OtherWishes;
import dev.strake.sync.set.Pruner.Deletion;
import dev.strake.sync.set.SetStore;
import dev.strake.sync.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
  private final Clock clock;
  private final Sleeper sleeper;

  public ClusterSync(ClusterApi api, SyncOptions options, Clock clock, Sleeper sleeper) {
    this.api = api;
    this.options = options;
    this.clock = clock;
    this.sleeper = sleeper;
    this.workers = new Workers(options.requests());
    this.patience = new Patience(options.timeout(), PAUSE, sleeper);
  }

  /** Writes nothing. */
  public SyncPlan plan(DesiredSet set) {
    return plan(set, () -> OtherWishes.NONE);
  }

  /**
   * The same beside other sets of which not all has been applied yet.
   *
   * @param neighbours what they want; asked only if something of this set would be deleted
   */
  public SyncPlan plan(DesiredSet set, Supplier<OtherWishes> neighbours) {
    return new SetPlanner(api, options, workers).plan(set, store(set), neighbours);
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
        new Applier(api, workers, patience, LiveReadiness.of(plan.set(), clock), listener)
            .apply(plan.run(), plan.planner());
    List<InventoryEntry> applied = Applied.entries(plan.run(), outcomes, plan.set().commit());
    List<String> troubles = new ArrayList<>();
    store
        .update(inventory -> Applied.in(inventory, applied), SetScope.EMPTY)
        .ifPresent(troubles::add);
    List<Deletion> deletions = new PruneStage(api, store).prune(plan, outcomes, troubles);
    return new SyncReport(outcomes, deletions, health(plan.set(), outcomes, listener), troubles);
  }

  private Optional<HealthReport> health(
      DesiredSet set, List<Outcome> outcomes, SyncListener listener) {
    if (!options.awaitHealth()) {
      return Optional.empty();
    }
    List<ObjectIdentity> applied =
        outcomes.stream().filter(Outcome::isDone).map(Outcome::identity).toList();
    WaitLimits limits = new WaitLimits(options.timeout(), WaitLimits.DEFAULT.grace());
    return Optional.of(
        new HealthWatch(api, workers, set, clock, sleeper).await(applied, limits, listener));
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
