package dev.strake.sync.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.KubernetesObject;
import java.util.List;
import java.util.Optional;

/** Where a live object comes from, as its metadata tell. */
final class Provenance {

  private final KubernetesObject object;

  Provenance(KubernetesObject object) {
    this.object = object;
  }

  /**
   * The controller that made the object, as {@code ReplicaSet web-7d9}. It is always somebody else:
   * a sync makes no object the child of another.
   */
  Optional<String> controller() {
    return object.items("metadata", "ownerReferences").stream()
        .filter(owner -> owner.path("controller").asBoolean(false))
        .map(owner -> owner.path("kind").asText("") + " " + owner.path("name").asText(""))
        .findFirst();
  }

  /** Whether a sync applied it, which nobody who copies labels can claim by chance. */
  boolean isApplied() {
    return object.items("metadata", "managedFields").stream().anyMatch(Provenance::isOurs);
  }

  private static boolean isOurs(JsonNode field) {
    return field.path("manager").asText("").equals(Tooling.MEMBER_MANAGER)
        && field.path("operation").asText("").equals("Apply");
  }

  List<String> finalizers() {
    return object.items("metadata", "finalizers").stream().map(JsonNode::asText).toList();
  }
}
