package dev.strake.sync.inventory;

import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known when a pruning is decided.
 *
 * @param inventory of what the set has applied, read soundly: without one nothing is pruned
 * @param wanted of the set, now
 * @param observed what each of {@link #unwanted} was found to be; one that is missing is kept
 * @param labelled live objects with the set's label, as far as they were listed, to report copied
 *     labels
 */
public record PruneRequest(
    ApplySetId set,
    Inventory inventory,
    Set<ObjectIdentity> wanted,
    OtherClaims claims,
    Map<ObjectIdentity, Observed> observed,
    List<KubernetesObject> labelled,
    NamespaceContents namespaces) {

  public PruneRequest {
    wanted = Set.copyOf(wanted);
    observed = Map.copyOf(observed);
    labelled = List.copyOf(labelled);
  }

  /** What has to be looked at in the cluster before a pruning can be decided. */
  public static List<InventoryEntry> unwanted(
      Inventory inventory, Collection<ObjectIdentity> wanted) {
    Set<ObjectIdentity> all = new HashSet<>(wanted);
    return inventory.entries().stream().filter(entry -> !all.contains(entry.identity())).toList();
  }

  List<PruneCandidate> candidates() {
    List<PruneCandidate> candidates = new ArrayList<>();
    for (InventoryEntry entry : unwanted(inventory, wanted)) {
      Observed seen = observed.getOrDefault(entry.identity(), new Observed.Unread("nobody looked"));
      candidates.add(PruneCandidate.inventoried(entry, seen));
    }
    labelled.stream()
        .filter(live -> inventory.find(live.identity()).isEmpty())
        .filter(live -> !wanted.contains(live.identity()))
        .map(PruneCandidate::labelled)
        .forEach(candidates::add);
    return candidates;
  }

  /** Of this set and of the others. */
  Set<ObjectIdentity> wantedByAny() {
    Set<ObjectIdentity> all = new HashSet<>(wanted);
    all.addAll(claims.wantedElsewhere().keySet());
    return all;
  }
}
