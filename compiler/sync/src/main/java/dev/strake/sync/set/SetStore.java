package dev.strake.sync.set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.inventory.ApplySetId;
import dev.strake.sync.inventory.ApplySetParent;
import dev.strake.sync.inventory.Inventory;
import dev.strake.sync.inventory.InventoryReader;
import dev.strake.sync.inventory.InventoryReading;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.inventory.SetScope;
import dev.strake.sync.inventory.StoredInventory;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.live.Answer;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Refusal;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.live.Write;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads and writes one set in its cluster. A write that somebody else's write came before is made
 * anew upon that, so that two syncs of one set lose nothing of each other's.
 */
public final class SetStore {

  static final ResourceType CONFIG_MAPS =
      ResourceType.builtIn("", "v1", "ConfigMap", "configmaps", true);

  private static final ResourceType NAMESPACES =
      ResourceType.builtIn("", "v1", "Namespace", "namespaces", false);

  private static final int ATTEMPTS = 10;

  private final ClusterApi api;
  private final SetName name;
  private final Tooling tooling;

  public SetStore(ClusterApi api, SetName name, Tooling tooling) {
    this.api = api;
    this.name = name;
    this.tooling = tooling;
  }

  public SetName name() {
    return name;
  }

  /** As it is now. */
  public StoredSet read() {
    ObjectIdentity parent = name.parent();
    Answer answer = api.get(CONFIG_MAPS, parent.namespace(), parent.name());
    Optional<KubernetesObject> live = answer.found();
    ApplySetParent fresh = ApplySetParent.fresh(parent, tooling);
    if (live.isEmpty()) {
      Optional<String> refusal =
          answer
              .refusal()
              .filter(refused -> !refused.isNotFound())
              .map(refused -> parent + " cannot be read: " + refused.message());
      return new StoredSet(live, fresh, Inventory.EMPTY, List.of(), Optional.empty(), refusal);
    }
    return ApplySetParent.read(live.get(), tooling)
        .match(
            ours -> read(live.get(), ours),
            why ->
                new StoredSet(
                    live, fresh, Inventory.EMPTY, List.of(), Optional.empty(), Optional.of(why)));
  }

  private StoredSet read(KubernetesObject live, ApplySetParent parent) {
    List<KubernetesObject> shards = shards(live);
    InventoryReading reading = InventoryReader.read(live, shards);
    return new StoredSet(
        Optional.of(live),
        parent,
        reading.match(inventory -> inventory, why -> Inventory.EMPTY),
        shards,
        reading.match(inventory -> Optional.empty(), Optional::of),
        Optional.empty());
  }

  /** With their data, which a list of metadata leaves out. */
  private List<KubernetesObject> shards(KubernetesObject parent) {
    String selector = StoredInventory.INVENTORY_OF + "=" + ApplySetId.of(parent.identity()).value();
    List<KubernetesObject> shards = new ArrayList<>();
    for (KubernetesObject listed : api.list(CONFIG_MAPS, SetName.NAMESPACE, selector)) {
      api.get(CONFIG_MAPS, SetName.NAMESPACE, listed.name()).found().ifPresent(shards::add);
    }
    return shards;
  }

  /**
   * Changes the inventory, and first of all the parent's scope.
   *
   * @param change of an inventory, which may be asked for more than once
   * @param also a scope that the parent names besides that of the inventory
   * @return why it was not written; empty if it was
   */
  public Optional<String> update(UnaryOperator<Inventory> change, SetScope also) {
    Optional<String> why = ensureNamespace();
    for (int attempt = 0; why.isEmpty() && attempt < ATTEMPTS; attempt++) {
      StoredSet set = read();
      if (set.refusal().isPresent() || set.trouble().isPresent()) {
        // What an inventory that cannot be read has listed must not be forgotten.
        return set.refusal().or(set::trouble);
      }
      Inventory inventory = change.apply(set.inventory());
      if (set.live().isPresent()
          && inventory.equals(set.inventory())
          && covers(set.parent(), inventory, also)) {
        sweep(set);
        return Optional.empty();
      }
      ApplySetParent parent = set.parent().shrunkTo(inventory.scope().union(also));
      StoredInventory stored = StoredInventory.of(name, parent, inventory);
      Optional<Refusal> refusal = write(stored, set);
      if (refusal.isEmpty()) {
        removeLeftovers(stored, set);
        restoreShards(stored);
        return Optional.empty();
      }
      if (refusal.get().code() != 409) {
        return Optional.of("the inventory was not written: " + refusal.get().message());
      }
    }
    return why.isPresent()
        ? why
        : Optional.of("the inventory was not written: others write it all the time");
  }

  /**
   * Puts an inventory in the place of one that cannot be trusted, or that is lost.
   *
   * @return why it was not written; empty if it was
   */
  public Optional<String> replace(Inventory inventory) {
    Optional<String> why = ensureNamespace();
    if (why.isPresent()) {
      return why;
    }
    StoredSet set = read();
    if (set.refusal().isPresent()) {
      return set.refusal();
    }
    ApplySetParent parent = set.parent().shrunkTo(inventory.scope());
    StoredInventory stored = StoredInventory.of(name, parent, inventory);
    Optional<Refusal> refusal = write(stored, set);
    if (refusal.isEmpty()) {
      removeLeftovers(stored, set);
      restoreShards(stored);
    }
    return refusal.map(refused -> "the inventory was not written: " + refused.message());
  }

  private static boolean covers(ApplySetParent parent, Inventory inventory, SetScope also) {
    ApplySetParent wanted = parent.shrunkTo(inventory.scope().union(also));
    return wanted.equals(parent);
  }

  private Optional<Refusal> write(StoredInventory stored, StoredSet before) {
    for (KubernetesObject shard : stored.shards()) {
      Optional<Refusal> refusal = api.create(CONFIG_MAPS, shard, Write.PERSISTED).refusal();
      if (refusal.isPresent() && !refusal.get().isAlreadyThere()) {
        return refusal;
      }
    }
    return before
        .live()
        .map(live -> api.replace(CONFIG_MAPS, over(live, stored.parent())))
        .orElseGet(() -> api.create(CONFIG_MAPS, stored.parent(), Write.PERSISTED))
        .refusal();
  }

  /** Bound to the version that was read. */
  private static KubernetesObject over(KubernetesObject live, KubernetesObject parent) {
    ObjectNode tree = parent.copy();
    ObjectNode metadata = tree.withObjectProperty("metadata");
    metadata.put("resourceVersion", live.resourceVersion()).put("uid", live.uid());
    return KubernetesObject.of(tree);
  }

  /** A sync that died between the parent and the shards before it has left those behind. */
  private void sweep(StoredSet set) {
    if (!set.shards().isEmpty()) {
      removeLeftovers(StoredInventory.of(name, set.parent(), set.inventory()), set);
    }
  }

  private void removeLeftovers(StoredInventory stored, StoredSet before) {
    for (ObjectIdentity leftover : stored.leftovers(before.shards())) {
      before.shards().stream()
          .filter(shard -> shard.identity().equals(leftover))
          .forEach(
              shard ->
                  api.delete(
                      CONFIG_MAPS, shard.namespace(), shard.name(), shard.uid(), Write.PERSISTED));
    }
  }

  /** A sync beside this one may have taken a shard for a leftover before the parent named it. */
  private void restoreShards(StoredInventory stored) {
    if (!stored.shards().isEmpty()) {
      for (KubernetesObject missing : stored.missing(shards(stored.parent()))) {
        api.create(CONFIG_MAPS, missing, Write.PERSISTED);
      }
    }
  }

  /** Nobody's pods run there, so the strictest level costs nothing. */
  private Optional<String> ensureNamespace() {
    if (api.get(NAMESPACES, "", SetName.NAMESPACE).found().isPresent()) {
      return Optional.empty();
    }
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("apiVersion", "v1").put("kind", "Namespace");
    ObjectNode metadata = tree.putObject("metadata");
    metadata.put("name", SetName.NAMESPACE);
    metadata
        .putObject("labels")
        .put("app.kubernetes.io/managed-by", Tooling.STRAKE)
        .put("pod-security.kubernetes.io/enforce", "restricted");
    return api.create(NAMESPACES, KubernetesObject.of(tree), Write.PERSISTED)
        .refusal()
        .filter(refusal -> !refusal.isAlreadyThere())
        .map(refusal -> "namespace " + SetName.NAMESPACE + ": " + refusal.message());
  }
}
