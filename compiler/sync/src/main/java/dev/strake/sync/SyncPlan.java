package dev.strake.sync;

import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.inventory.PrunePlan;
import dev.strake.sync.plan.ObjectPlanner;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.plan.PlanRun;

/** A plan of one set for one cluster, ready to be carried out by the sync that made it. */
public final class SyncPlan {

  private final DesiredSet set;
  private final PlanRun run;
  private final PrunePlan pruning;
  private final ObjectPlanner planner;

  SyncPlan(DesiredSet set, PlanRun run, PrunePlan pruning, ObjectPlanner planner) {
    this.set = set;
    this.run = run;
    this.pruning = pruning;
    this.planner = planner;
  }

  /** What it does, to be shown and kept. */
  public Plan plan() {
    return run.plan();
  }

  DesiredSet set() {
    return set;
  }

  PlanRun run() {
    return run;
  }

  PrunePlan pruning() {
    return pruning;
  }

  ObjectPlanner planner() {
    return planner;
  }
}
