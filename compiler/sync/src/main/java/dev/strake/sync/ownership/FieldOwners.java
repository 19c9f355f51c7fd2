package dev.strake.sync.ownership;

import dev.strake.sync.object.KubernetesObject;
import java.util.List;
import java.util.function.Predicate;

/** All owners of a live object's fields, in the server's order. */
public record FieldOwners(List<FieldOwner> all) {

  public FieldOwners {
    all = List.copyOf(all);
  }

  public static FieldOwners of(KubernetesObject live) {
    return new FieldOwners(
        live.items("metadata", "managedFields").stream().map(FieldOwner::of).toList());
  }

  /** What those who apply under a name own. */
  public FieldSet appliedBy(String manager) {
    return sum(owner -> owner.isApplier(manager));
  }

  /** What all others own. */
  public FieldSet notAppliedBy(String manager) {
    return sum(owner -> !owner.isApplier(manager));
  }

  public FieldSet sum(Predicate<FieldOwner> which) {
    return all.stream().filter(which).map(FieldOwner::fields).reduce(FieldSet.NONE, FieldSet::plus);
  }
}
