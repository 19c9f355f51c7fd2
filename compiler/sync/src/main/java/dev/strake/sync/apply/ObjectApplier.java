package dev.strake.sync.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.apply.Outcome.Result;
import dev.strake.sync.live.Answer;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Live;
import dev.strake.sync.live.Refusal;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.live.Write;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.plan.Action;
import dev.strake.sync.plan.ObjectPlanner;
import dev.strake.sync.plan.PlannedChange;
import dev.strake.sync.plan.Step;
import dev.strake.sync.plan.Terminating;
import java.util.Optional;

/** Carries out one step. Each of its writes may be the last: the next run goes on from there. */
final class ObjectApplier {

  /** How often an object is looked at again that changes all the time. */
  private static final int MOST_LOOKS = 5;

  private final ClusterApi api;
  private final ObjectPlanner planner;
  private final Patience patience;

  ObjectApplier(ClusterApi api, ObjectPlanner planner, Patience patience) {
    this.api = api;
    this.planner = planner;
    this.patience = patience;
  }

  Outcome apply(Step step) {
    return switch (step.change().action()) {
      case UNCHANGED -> unchanged(step);
      case CREATE, CHANGE, ADOPT -> write(step, MOST_LOOKS);
      case RECREATE -> recreate(step);
      case WAITING -> settled(step);
      case BLOCKED -> ended(step, Result.FAILED, reason(step.change()));
      case PRUNE, KEEP -> throw new IllegalArgumentException("no deletion is a step");
    };
  }

  private static Outcome unchanged(Step step) {
    return Outcome.done(step.change().identity(), Action.UNCHANGED, step.object());
  }

  /** What it waited for has been applied by now, unless it comes from outside. */
  private Outcome settled(Step waiting) {
    Step now = planner.plan(waiting.desired());
    return now.change().action() == Action.WAITING
        ? ended(now, Result.PENDING, now.change().note())
        : apply(now);
  }

  private Outcome write(Step step, int looks) {
    String version = step.version();
    if (step.handOver().isPresent()) {
      KubernetesObject object = step.object();
      Answer handed =
          api.patch(
              type(step),
              object.namespace(),
              object.name(),
              step.handOver().get(),
              Write.PERSISTED);
      if (handed instanceof Refusal refusal) {
        return refusal.isConflict() ? again(step, refusal, looks) : refused(step, refusal);
      }
      version = ((Live) handed).object().resourceVersion();
    }
    Answer answer = api.apply(type(step), meant(step, version), Write.PERSISTED, step.force());
    return answer instanceof Refusal refusal && refusal.isConflict() && !version.isEmpty()
        ? again(step, refusal, looks)
        : answered(step, answer);
  }

  /**
   * Names the object that was planned for, as it was then: one that has taken its place is refused,
   * and so is a write that comes late.
   */
  private static KubernetesObject meant(Step step, String version) {
    ObjectNode tree = step.object().copy();
    ObjectNode metadata = tree.withObjectProperty("metadata");
    if (!step.change().uid().isEmpty()) {
      metadata.put("uid", step.change().uid());
    }
    if (!version.isEmpty()) {
      metadata.put("resourceVersion", version);
    }
    return KubernetesObject.of(tree);
  }

  /**
   * After a conflict: a status has changed, which is no business of ours, or this very write was
   * done and its answer lost, or somebody has changed what was planned for.
   */
  private Outcome again(Step step, Refusal refusal, int looks) {
    Step now = planner.plan(step.desired());
    boolean same = now.change().uid().equals(step.change().uid());
    if (same && now.change().action() == Action.UNCHANGED) {
      return Outcome.done(step.change().identity(), step.change().action(), now.object());
    }
    // Half of a hand-over is another change than the whole.
    boolean known =
        now.change().isSameAs(step.change())
            || (step.handOver().isPresent() && changes(now.change().action()));
    return same && known && looks > 1 ? write(now, looks - 1) : refused(step, refusal);
  }

  private static boolean changes(Action action) {
    return action == Action.CHANGE || action == Action.ADOPT;
  }

  private Outcome recreate(Step step) {
    KubernetesObject object = step.object();
    String uid = step.change().uid();
    Answer deleted =
        api.delete(type(step), object.namespace(), object.name(), uid, Write.PERSISTED);
    if (deleted instanceof Refusal refusal && !refusal.isNotFound()) {
      return refused(step, refusal);
    }
    Optional<String> left = patience.await(() -> stillThere(step, uid));
    return left.isPresent()
        ? ended(step, Result.FAILED, left.get())
        : answered(step, api.apply(type(step), step.object(), Write.PERSISTED, step.force()));
  }

  private Optional<String> stillThere(Step step, String uid) {
    KubernetesObject object = step.object();
    return api.get(type(step), object.namespace(), object.name())
        .found()
        .filter(live -> live.uid().equals(uid))
        .map(live -> "its deletion is not finished: " + Terminating.told(live));
  }

  private Outcome answered(Step step, Answer answer) {
    if (answer instanceof Live live) {
      return Outcome.done(step.change().identity(), step.change().action(), live.object());
    }
    return refused(step, (Refusal) answer);
  }

  private Outcome refused(Step step, Refusal refusal) {
    return ended(step, Result.FAILED, planner.told(refusal, step.change().identity()));
  }

  private static Outcome ended(Step step, Result result, String message) {
    return Outcome.of(step.change().identity(), step.change().action(), result, message);
  }

  private static String reason(PlannedChange change) {
    if (change.conflicts().isEmpty()) {
      return change.note();
    }
    StringBuilder reason = new StringBuilder(change.note()).append(':');
    change
        .conflicts()
        .forEach(c -> reason.append(' ').append(c.manager()).append(' ').append(c.path()));
    return reason.toString();
  }

  private static ResourceType type(Step step) {
    return step.type().orElseThrow();
  }
}
