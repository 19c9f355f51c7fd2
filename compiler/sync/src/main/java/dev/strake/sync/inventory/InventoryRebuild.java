package dev.strake.sync.inventory;

import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An inventory that was made anew from the labels of live objects, after the stored one was lost.
 *
 * <p>A label alone is no proof: operators copy them to what they create. So an object counts only
 * if a sync applied it and no controller owns it.
 *
 * @param inventory without digests and commits where the old one does not know them, so that the
 *     next sync applies those objects again
 * @param rejected labelled objects that are no members, with why
 */
public record InventoryRebuild(Inventory inventory, List<Rejected> rejected) {

  /**
   * An object with the set's label that is not taken in.
   *
   * @param reason one line, without a full stop
   */
  public record Rejected(ObjectIdentity identity, String reason) {}

  public InventoryRebuild {
    rejected = List.copyOf(rejected);
  }

  /**
   * From all objects in the set's scope that carry its label.
   *
   * @param old what is known of the same UIDs, if the old inventory can still be read; else empty
   */
  public static InventoryRebuild of(
      ApplySetId set, Collection<KubernetesObject> labelled, Inventory old) {
    List<InventoryEntry> entries = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (KubernetesObject object : labelled) {
      Optional<String> reason = rejection(set, object);
      if (reason.isPresent()) {
        rejected.add(new Rejected(object.identity(), reason.get()));
      } else {
        entries.add(entry(object, old));
      }
    }
    return new InventoryRebuild(Inventory.of(entries), rejected);
  }

  private static Optional<String> rejection(ApplySetId set, KubernetesObject object) {
    Provenance provenance = new Provenance(object);
    if (!ApplySetId.partOf(object).equals(Optional.of(set))) {
      return Optional.of("its label names no or another set");
    }
    if (provenance.controller().isPresent()) {
      return Optional.of("it belongs to " + provenance.controller().get());
    }
    if (!provenance.isApplied()) {
      return Optional.of("no sync has applied it: its label was copied");
    }
    return object.uid().isEmpty() ? Optional.of("it has no UID") : Optional.empty();
  }

  private static InventoryEntry entry(KubernetesObject object, Inventory old) {
    return old.find(object.identity())
        .filter(entry -> entry.uid().equals(object.uid()))
        .orElse(new InventoryEntry(object.identity(), object.uid(), "", ""));
  }
}
