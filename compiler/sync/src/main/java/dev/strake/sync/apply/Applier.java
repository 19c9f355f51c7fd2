package dev.strake.sync.apply;

import dev.strake.sync.apply.Outcome.Result;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.plan.Action;
import dev.strake.sync.plan.ObjectPlanner;
import dev.strake.sync.plan.PlanRun;
import dev.strake.sync.plan.Step;
import dev.strake.sync.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries out all steps of a plan, wave by wave. What fails holds up only what needs it; the rest
 * goes on.
 */
public final class Applier {

  private final ClusterApi api;
  private final Workers workers;
  private final Patience patience;
  private final Readiness readiness;
  private final ApplyListener listener;

  /**
   * @param patience for definitions, deletions and dependencies, each
   */
  public Applier(
      ClusterApi api,
      Workers workers,
      Patience patience,
      Readiness readiness,
      ApplyListener listener) {
    this.api = api;
    this.workers = workers;
    this.patience = patience;
    this.readiness = readiness;
    this.listener = listener;
  }

  /**
   * Deletes nothing but what a step makes anew.
   *
   * @param planner of the same set, for what could not be planned before
   * @return an outcome for each step, in order
   */
  public List<Outcome> apply(PlanRun run, ObjectPlanner planner) {
    Missing missing = new Missing();
    ObjectApplier objects = new ObjectApplier(api, planner, patience);
    List<Outcome> outcomes = new ArrayList<>();
    for (List<Step> wave : run.waves()) {
      List<Outcome> ended = workers.map(wave, step -> told(outcome(step, objects, missing)));
      for (int i = 0; i < wave.size(); i++) {
        if (!ended.get(i).isDone()) {
          missing.add(wave.get(i).desired());
        }
      }
      outcomes.addAll(ended);
    }
    return outcomes;
  }

  private Outcome told(Outcome outcome) {
    listener.ended(outcome);
    return outcome;
  }

  private Outcome outcome(Step step, ObjectApplier objects, Missing missing) {
    boolean blocked = step.change().action() == Action.BLOCKED;
    Optional<String> obstacle = blocked ? Optional.empty() : obstacle(step.desired(), missing);
    if (obstacle.isPresent()) {
      return Outcome.of(
          step.change().identity(), step.change().action(), Result.SKIPPED, obstacle.get());
    }
    Outcome outcome = objects.apply(step);
    return outcome.hasWritten() && Definitions.is(outcome.identity()) ? defined(outcome) : outcome;
  }

  private Outcome defined(Outcome written) {
    Optional<String> missing = new Definitions(api, patience).await(written.identity());
    return missing
        .map(why -> Outcome.of(written.identity(), written.action(), Result.FAILED, why))
        .orElse(written);
  }

  private Optional<String> obstacle(DesiredObject object, Missing missing) {
    Optional<String> needed =
        missing.neededBy(object).map(other -> "it needs " + other + ", which is not there");
    return needed.isPresent()
        ? needed
        : object.dependencies().stream().flatMap(each -> unready(each).stream()).findFirst();
  }

  private Optional<String> unready(ObjectIdentity dependency) {
    return patience
        .await(() -> state(dependency))
        .map(state -> "it depends on " + dependency + ": " + state);
  }

  private Optional<String> state(ObjectIdentity dependency) {
    Optional<ResourceType> type = api.preferred(dependency.group(), dependency.kind());
    if (type.isEmpty()) {
      return Optional.of("the cluster serves no such kind");
    }
    return api.get(type.get(), dependency.namespace(), dependency.name())
        .found()
        .map(readiness::unready)
        .orElse(Optional.of("it is not there"));
  }

  /** Whether a run has left nothing to be done. */
  public static boolean isComplete(List<Outcome> outcomes) {
    return outcomes.stream().allMatch(Outcome::isDone);
  }

  /** How many requests have changed something. */
  public static long writes(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.hasWritten() && outcome.action() != Action.UNCHANGED)
        .count();
  }
}
