package dev.strake.sync.set;

import dev.strake.sync.inventory.PruneDecision;
import dev.strake.sync.inventory.PrunePlan;
import dev.strake.sync.live.Answer;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Refusal;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.live.Write;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.plan.Secrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes what a prune plan says, one object after the other. */
public final class Pruner {

  private final ClusterApi api;

  public Pruner(ClusterApi api) {
    this.api = api;
  }

  /**
   * What came of one deletion.
   *
   * @param gone whether the server no longer has the object
   * @param message why it is still there; empty if it is gone
   */
  public record Deletion(ObjectIdentity identity, boolean gone, String message) {}

  /** Goes on behind what fails, unless the plan says that it depends on it. */
  public List<Deletion> prune(PrunePlan plan) {
    List<Deletion> deletions = new ArrayList<>();
    Set<ObjectIdentity> failed = new HashSet<>();
    for (PruneDecision next : plan.deletions()) {
      Deletion deletion =
          plan.mayDelete(next, failed)
              ? delete(next)
              : new Deletion(next.identity(), false, "something in it could not be deleted");
      if (!deletion.gone()) {
        failed.add(next.identity());
      }
      deletions.add(deletion);
    }
    return deletions;
  }

  private Deletion delete(PruneDecision decision) {
    ObjectIdentity identity = decision.identity();
    Optional<ResourceType> type = api.preferred(identity.group(), identity.kind());
    if (type.isEmpty()) {
      return new Deletion(identity, false, "the cluster does not serve its kind");
    }
    Answer answer =
        api.delete(
            type.get(), identity.namespace(), identity.name(), decision.uid(), Write.PERSISTED);
    if (answer instanceof Refusal refusal && !refusal.isNotFound()) {
      return new Deletion(identity, false, Secrets.told(refusal, identity));
    }
    boolean gone =
        api.get(type.get(), identity.namespace(), identity.name())
            .found()
            .filter(live -> live.uid().equals(decision.uid()))
            .isEmpty();
    return new Deletion(identity, gone, gone ? "" : "its deletion is under way");
  }
}
