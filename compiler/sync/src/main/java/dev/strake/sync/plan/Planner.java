package dev.strake.sync.plan;

import dev.strake.sync.desired.DependsOn;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.desired.Waves;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.work.Workers;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Compares a set with a cluster. Reads, and writes nothing. */
public final class Planner {

  private final ClusterApi api;
  private final Workers workers;

  public Planner(ClusterApi api, Workers workers) {
    this.api = api;
    this.workers = workers;
  }

  /** Asks the server about every object of a set, in the set's order. */
  public List<Step> steps(DesiredSet set, ObjectPlanner objects) {
    return workers.map(set.objects(), object -> checked(objects.plan(object)));
  }

  /**
   * Puts steps in the order in which they are done.
   *
   * @param steps one for each object of the set
   * @param deletions of objects that the set no longer has, in the order in which they are made
   */
  public PlanRun run(DesiredSet set, List<Step> steps, List<PlannedChange> deletions) {
    IdentityHashMap<DesiredObject, Step> byObject = new IdentityHashMap<>();
    steps.forEach(step -> byObject.put(step.desired(), step));
    Waves order = Waves.of(set);
    List<List<Step>> waves = new ArrayList<>();
    for (List<DesiredObject> wave : order.waves()) {
      waves.add(wave.stream().map(object -> step(byObject, object)).toList());
    }
    waves.add(
        order.cycles().stream()
            .map(
                object -> blocked(step(byObject, object), "it depends on itself, by way of others"))
            .toList());
    List<PlannedChange> changes = new ArrayList<>();
    waves.forEach(wave -> wave.forEach(step -> changes.add(step.change())));
    changes.addAll(deletions);
    return new PlanRun(new Plan(set.name(), api.uid(), set.commit(), List.of(), changes), waves);
  }

  private static Step step(IdentityHashMap<DesiredObject, Step> steps, DesiredObject object) {
    return Optional.ofNullable(steps.get(object)).orElseThrow();
  }

  private static Step checked(Step step) {
    List<String> unreadable = DependsOn.unreadable(step.desired().object());
    return unreadable.isEmpty()
        ? step
        : blocked(
            step,
            "%s says %s, which is no GROUP/KIND/NAME or GROUP/namespaces/NAMESPACE/KIND/NAME"
                .formatted(DependsOn.ANNOTATION, String.join(", ", unreadable)));
  }

  private static Step blocked(Step step, String why) {
    return step.with(step.change().blocked(why));
  }
}
