package dev.strake.sync.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.object.KubernetesObject;
import java.util.Optional;

/**
 * A planned change with all that is needed to do it.
 *
 * @param desired what shall be there
 * @param type empty if the cluster does not serve the kind yet
 * @param object to apply: what is desired, without what is left to others
 * @param version of the live object that was planned for; empty if there is none
 * @param force whether fields are taken from other managers
 * @param handOver a patch to send before: it makes ours what kubectl applied from its side, or sets
 *     a Node's taints
 */
public record Step(
    PlannedChange change,
    DesiredObject desired,
    Optional<ResourceType> type,
    KubernetesObject object,
    String version,
    boolean force,
    Optional<ArrayNode> handOver) {

  /** Tells whether the same was applied before. */
  public String appliedDigest() {
    return ChangeDigest.ofCreation(desired.object());
  }

  Step with(PlannedChange other) {
    return new Step(other, desired, type, object, version, force, handOver);
  }
}
