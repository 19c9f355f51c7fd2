package dev.strake.sync.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.ownership.ClientSideApply;
import dev.strake.sync.ownership.FieldOwners;
import dev.strake.sync.ownership.FieldSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way from an object that kubectl applied from its side to one of ours. A dry run cannot show
 * both of its requests, so what the second would drop is worked out here.
 *
 * @param live the object as it is
 * @param isNeeded whether kubectl has applied it
 */
record Takeover(KubernetesObject live, boolean isNeeded) {

  private static final String LAST_APPLIED =
      "/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration";

  private static final Set<String> OF_KUBECTL =
      Set.of("kubectl-client-side-apply", "before-first-apply");

  static Takeover of(KubernetesObject live) {
    return new Takeover(live, ClientSideApply.is(live));
  }

  /** Whether all conflicts are gone once the fields are ours. */
  boolean settles(List<FieldConflict> conflicts) {
    return isNeeded
        && conflicts.stream().allMatch(conflict -> OF_KUBECTL.contains(conflict.manager()));
  }

  /** The object after both requests, of which the server has shown the second. */
  KubernetesObject result(KubernetesObject applied) {
    if (!isNeeded) {
      return applied;
    }
    FieldSet ours = FieldOwners.of(applied).appliedBy(ClusterApi.FIELD_MANAGER);
    FieldSet dropped = ClientSideApply.ownedAlone(live).minus(ours);
    return KubernetesObject.of(dropped.removedFrom(applied.copy()));
  }

  /** Without kubectl's copy of the object, which goes with its ownership. */
  List<FieldChange> shown(List<FieldChange> all) {
    return isNeeded
        ? all.stream().filter(change -> !change.path().equals(LAST_APPLIED)).toList()
        : all;
  }

  Optional<ArrayNode> patch() {
    return isNeeded
        ? Optional.of(ClientSideApply.handOver(live, ClusterApi.FIELD_MANAGER))
        : Optional.empty();
  }

  String note() {
    return isNeeded ? "taken over from kubectl apply" : "";
  }
}
