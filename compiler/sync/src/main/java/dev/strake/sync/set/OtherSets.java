package dev.strake.sync.set;

import dev.strake.sync.inventory.ApplySetId;
import dev.strake.sync.inventory.InventoryReader;
import dev.strake.sync.inventory.StoredInventory;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What another set has. */
final class OtherSets {

  private OtherSets() {}

  /** Empty if that cannot be told. */
  static Optional<Set<ObjectIdentity>> read(ClusterApi api, KubernetesObject listed) {
    Optional<KubernetesObject> parent =
        api.get(SetStore.CONFIG_MAPS, listed.namespace(), listed.name()).found();
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    String selector = StoredInventory.INVENTORY_OF + "=" + ApplySetId.of(listed.identity()).value();
    List<KubernetesObject> shards = new ArrayList<>();
    for (KubernetesObject shard : api.list(SetStore.CONFIG_MAPS, listed.namespace(), selector)) {
      api.get(SetStore.CONFIG_MAPS, shard.namespace(), shard.name()).found().ifPresent(shards::add);
    }
    return InventoryReader.read(parent.get(), shards)
        .match(inventory -> Optional.of(inventory.identities()), why -> Optional.empty());
  }
}
