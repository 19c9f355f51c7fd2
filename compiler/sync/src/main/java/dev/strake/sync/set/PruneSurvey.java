package dev.strake.sync.set;

import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.inventory.ApplySetKeys;
import dev.strake.sync.inventory.GroupKind;
import dev.strake.sync.inventory.Inventory;
import dev.strake.sync.inventory.InventoryEntry;
import dev.strake.sync.inventory.NamespaceContents;
import dev.strake.sync.inventory.Observed;
import dev.strake.sync.inventory.OtherClaims;
import dev.strake.sync.inventory.PruneRequest;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.live.Answer;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Refusal;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.plan.Step;
import dev.strake.sync.work.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at everything in a cluster that a decision to prune depends on. If all that was applied is
 * still wanted, it asks for nothing.
 */
public final class PruneSurvey {

  private final ClusterApi api;
  private final Workers workers;

  public PruneSurvey(ClusterApi api, Workers workers) {
    this.api = api;
    this.workers = workers;
  }

  /**
   * What is known.
   *
   * @param steps of the plan, which know the UIDs of what is wanted
   * @param neighbours what sets want that are brought to this cluster beside this one
   */
  public PruneRequest request(
      SetName name,
      StoredSet stored,
      DesiredSet set,
      Collection<Step> steps,
      Supplier<OtherWishes> neighbours) {
    Set<ObjectIdentity> wanted = new HashSet<>();
    Set<String> uids = new HashSet<>();
    for (Step step : steps) {
      if (!step.desired().isPatchOnly()) {
        wanted.add(step.change().identity());
        wanted.add(step.desired().identity());
      }
      uids.add(step.change().uid());
    }
    uids.remove("");
    List<InventoryEntry> unwanted = PruneRequest.unwanted(stored.inventory(), wanted);
    boolean nothing = unwanted.isEmpty();
    OtherWishes others = nothing ? OtherWishes.NONE : othersThan(name).plus(neighbours.get());
    return new PruneRequest(
        name.id(),
        stored.inventory(),
        wanted,
        new OtherClaims(uids, others.wanted()),
        others.unknown().map(why -> unread(unwanted, why)).orElseGet(() -> observed(unwanted)),
        nothing ? List.of() : labelled(name, stored),
        contents(unwanted, set));
  }

  /** What of the unwanted objects the sync itself runs as; asks only if there may be any. */
  public Set<ObjectIdentity> ownRights(PruneRequest request) {
    List<KubernetesObject> found =
        request.observed().values().stream()
            .flatMap(
                seen ->
                    seen.match(Stream::of, Stream::<KubernetesObject>empty, why -> Stream.empty()))
            .filter(OwnRights::mayBe)
            .toList();
    return found.isEmpty() ? Set.of() : OwnRights.among(found, api.caller());
  }

  /** For a run that prunes nothing. */
  public static PruneRequest nothing(SetName name) {
    return new PruneRequest(
        name.id(),
        Inventory.EMPTY,
        Set.of(),
        OtherClaims.NONE,
        Map.of(),
        List.of(),
        NamespaceContents.unknown());
  }

  /** Who cannot be asked may want any of it. */
  private static Map<ObjectIdentity, Observed> unread(List<InventoryEntry> unwanted, String why) {
    Map<ObjectIdentity, Observed> all = new HashMap<>();
    unwanted.forEach(entry -> all.put(entry.identity(), new Observed.Unread(why)));
    return all;
  }

  private Map<ObjectIdentity, Observed> observed(List<InventoryEntry> unwanted) {
    List<Observed> seen = workers.map(unwanted, entry -> observe(entry.identity()));
    Map<ObjectIdentity, Observed> observed = new HashMap<>();
    for (int i = 0; i < unwanted.size(); i++) {
      observed.put(unwanted.get(i).identity(), seen.get(i));
    }
    return observed;
  }

  private Observed observe(ObjectIdentity identity) {
    Optional<ResourceType> type = api.preferred(identity.group(), identity.kind());
    if (type.isEmpty()) {
      return new Observed.Unread("the cluster does not serve its kind");
    }
    Answer answer = api.get(type.get(), identity.namespace(), identity.name());
    Optional<KubernetesObject> live = answer.found();
    if (live.isPresent()) {
      return new Observed.Found(live.get());
    }
    Refusal refusal = answer.refusal().orElseThrow();
    return refusal.isNotFound()
        ? new Observed.Absent()
        : new Observed.Unread(
            refusal.reason().isEmpty() ? "HTTP " + refusal.code() : refusal.reason());
  }

  /** Everything that carries the set's label, of the kinds that the set ever had. */
  private List<KubernetesObject> labelled(SetName name, StoredSet stored) {
    String selector = ApplySetKeys.PART_OF + "=" + name.id().value();
    return stored.parent().scope().kinds().stream()
        .flatMap(kind -> type(kind).stream())
        .flatMap(type -> api.list(type, "", selector).stream())
        .toList();
  }

  private Optional<ResourceType> type(GroupKind kind) {
    return api.preferred(kind.group(), kind.kind());
  }

  private OtherWishes othersThan(SetName name) {
    Map<ObjectIdentity, String> wanted = new HashMap<>();
    Optional<String> unknown = Optional.empty();
    List<KubernetesObject> parents =
        api.list(SetStore.CONFIG_MAPS, SetName.NAMESPACE, ApplySetKeys.ID);
    for (KubernetesObject parent : parents) {
      if (parent.identity().equals(name.parent())) {
        continue;
      }
      Optional<Set<ObjectIdentity>> objects = OtherSets.read(api, parent);
      objects.orElse(Set.of()).forEach(identity -> wanted.put(identity, parent.name()));
      if (objects.isEmpty()) {
        unknown = Optional.of("the inventory " + parent.name() + " of another set cannot be read");
      }
    }
    return new OtherWishes(wanted, unknown);
  }

  private NamespaceContents contents(List<InventoryEntry> unwanted, DesiredSet set) {
    NamespaceContents contents = NamespaceContents.unknown();
    List<String> namespaces =
        unwanted.stream()
            .map(InventoryEntry::identity)
            .filter(identity -> identity.groupKind().equals("Namespace"))
            .map(ObjectIdentity::name)
            .filter(namespace -> !set.hasNamespace(namespace))
            .toList();
    if (namespaces.isEmpty()) {
      return contents;
    }
    List<ResourceType> types =
        api.listableTypes().stream()
            .filter(ResourceType::namespaced)
            .filter(type -> !type.kind().equals("Event"))
            .collect(Collectors.toCollection(ArrayList::new));
    for (String namespace : namespaces) {
      contents = contents(contents, namespace, types);
    }
    return contents;
  }

  private NamespaceContents contents(
      NamespaceContents before, String namespace, List<ResourceType> types) {
    List<Optional<List<KubernetesObject>>> lists =
        workers.map(types, type -> api.listIfAllowed(type, namespace));
    for (int i = 0; i < lists.size(); i++) {
      if (lists.get(i).isEmpty()) {
        String why = "nobody can tell what is in it: %s may not be listed there";
        return before.without(namespace, why.formatted(types.get(i).groupKind()));
      }
    }
    return before.with(
        namespace, lists.stream().flatMap(Optional::stream).flatMap(List::stream).toList());
  }
}
