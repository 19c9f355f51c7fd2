package dev.strake.sync.inventory;

import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.Optional;

/**
 * An object that its set does not want any more.
 *
 * @param entry empty for one that has the set's label and is not in the inventory
 */
public record PruneCandidate(
    ObjectIdentity identity, Optional<InventoryEntry> entry, Observed observed) {

  public static PruneCandidate inventoried(InventoryEntry entry, Observed observed) {
    return new PruneCandidate(entry.identity(), Optional.of(entry), observed);
  }

  /** One that only a label says is in the set. */
  public static PruneCandidate labelled(KubernetesObject live) {
    return new PruneCandidate(live.identity(), Optional.empty(), new Observed.Found(live));
  }
}
