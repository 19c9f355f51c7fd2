package dev.strake.sync;

import dev.strake.sync.inventory.ApplySetKeys;
import dev.strake.sync.inventory.InventoryRebuild;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.set.SetStore;
import dev.strake.sync.set.StoredSet;
import dev.strake.sync.work.Workers;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a set's inventory, and makes it anew from the labels of live objects where it is lost or
 * cannot be trusted.
 */
public final class SetRepair {

  private static final int REQUESTS = 8;

  private final ClusterApi api;
  private final SetStore store;

  public SetRepair(ClusterApi api, SetName name, Tooling tooling) {
    this.api = api;
    this.store = new SetStore(api, name, tooling);
  }

  /**
   * What was found.
   *
   * @param trouble with the inventory as it is; empty if it is sound
   * @param refusal why nothing can be done about it; empty if something can
   * @param rebuilt what the live objects say
   * @param known how many objects the inventory has as it is
   */
  public record Finding(
      Optional<String> trouble, Optional<String> refusal, InventoryRebuild rebuilt, int known) {

    /** Whether the inventory and the live objects say the same. */
    public boolean isSound() {
      return trouble.isEmpty() && refusal.isEmpty() && rebuilt.inventory().size() == known;
    }
  }

  /** Reads only: every object of every kind that carries the set's label. */
  public Finding look() {
    StoredSet stored = store.read();
    String selector = ApplySetKeys.PART_OF + "=" + store.name().id().value();
    try (Workers workers = new Workers(REQUESTS)) {
      List<KubernetesObject> labelled =
          workers.map(List.copyOf(api.listableTypes()), type -> list(type, selector)).stream()
              .flatMap(List::stream)
              .toList();
      return new Finding(
          stored.trouble(),
          stored.refusal(),
          InventoryRebuild.of(store.name().id(), labelled, stored.inventory()),
          stored.inventory().size());
    }
  }

  private List<KubernetesObject> list(ResourceType type, String selector) {
    return api.list(type, "", selector);
  }

  /** Writes what the live objects say; returns why not, or nothing if it did. */
  public Optional<String> repair(Finding finding) {
    return finding.refusal().isPresent()
        ? finding.refusal()
        : store.replace(finding.rebuilt().inventory());
  }
}
