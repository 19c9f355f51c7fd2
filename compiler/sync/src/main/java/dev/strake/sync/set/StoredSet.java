package dev.strake.sync.set;

import dev.strake.sync.inventory.ApplySetParent;
import dev.strake.sync.inventory.Inventory;
import dev.strake.sync.object.KubernetesObject;
import java.util.List;
import java.util.Optional;

/**
 * A set as a cluster has it.
 *
 * @param live its parent; empty for a set that is new
 * @param parent what that says of the set
 * @param inventory empty if it is new, or cannot be trusted
 * @param shards that are live, whoever's
 * @param trouble why nothing may be pruned; empty if all is well
 * @param refusal why nothing may be done at all: the parent is not ours; empty if it is
 */
public record StoredSet(
    Optional<KubernetesObject> live,
    ApplySetParent parent,
    Inventory inventory,
    List<KubernetesObject> shards,
    Optional<String> trouble,
    Optional<String> refusal) {

  public StoredSet {
    shards = List.copyOf(shards);
  }
}
