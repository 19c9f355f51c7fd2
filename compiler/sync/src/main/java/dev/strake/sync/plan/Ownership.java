package dev.strake.sync.plan;

import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.ownership.FieldOwners;

/** Whether an apply changes what is ours, though no value changes. */
final class Ownership {

  private Ownership() {}

  static boolean changes(KubernetesObject live, KubernetesObject after) {
    return !FieldOwners.of(live)
        .appliedBy(ClusterApi.FIELD_MANAGER)
        .equals(FieldOwners.of(after).appliedBy(ClusterApi.FIELD_MANAGER));
  }
}
