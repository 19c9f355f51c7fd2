package dev.strake.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;
import java.util.Optional;

/**
 * Taints of a Node. The list is one value to server-side apply, and the node controller writes to
 * it, so whoever applied it would take away what that has set. Wanted taints are put among the live
 * ones instead, bound to the version that was read.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/#NodeSpec">NodeSpec:
 *     taints are atomic</a>
 */
final class NodeTaints {

  private static final String SPEC = "spec";
  private static final String TAINTS = "taints";

  private final KubernetesObject live;
  private final ArrayNode merged;

  private NodeTaints(KubernetesObject live, ArrayNode merged) {
    this.live = live;
    this.merged = merged;
  }

  /** The live taints, each wanted one in the place of that with the same key and effect. */
  static NodeTaints of(KubernetesObject wanted, KubernetesObject live) {
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    live.items(SPEC, TAINTS).forEach(taint -> merged.add(taint.deepCopy()));
    for (JsonNode taint : wanted.items(SPEC, TAINTS)) {
      int same = 0;
      while (same < merged.size() && !isSame(merged.get(same), taint)) {
        same++;
      }
      if (same == merged.size()) {
        merged.add(taint.deepCopy());
      } else if (!merged
          .get(same)
          .path("value")
          .asText("")
          .equals(taint.path("value").asText(""))) {
        merged.set(same, taint.deepCopy());
      }
    }
    return new NodeTaints(live, merged);
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return one.path("key").equals(other.path("key"))
        && one.path("effect").equals(other.path("effect"));
  }

  /** What is applied: all but the taints. */
  static KubernetesObject without(KubernetesObject wanted) {
    ObjectNode tree = wanted.copy();
    tree.remove(SPEC);
    return KubernetesObject.of(tree);
  }

  /** The Node after both requests, of which the server has shown the second. */
  KubernetesObject in(KubernetesObject after) {
    if (isThere()) {
      return after;
    }
    ObjectNode tree = after.copy();
    tree.withObjectProperty(SPEC).set(TAINTS, merged);
    return KubernetesObject.of(tree);
  }

  /** What sets them; empty if all are there. */
  Optional<ArrayNode> patch() {
    if (isThere()) {
      return Optional.empty();
    }
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    patch
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/resourceVersion")
        .put("value", live.resourceVersion());
    patch.addObject().put("op", "add").put("path", "/spec/taints").set("value", merged);
    return Optional.of(patch);
  }

  private boolean isThere() {
    ArrayNode there = JsonNodeFactory.instance.arrayNode();
    live.items(SPEC, TAINTS).forEach(there::add);
    return there.equals(merged);
  }
}
