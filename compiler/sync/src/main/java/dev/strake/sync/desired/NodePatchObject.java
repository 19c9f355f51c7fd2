package dev.strake.sync.desired;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;

/**
 * What a bundle says that a Node shall have, as the Node that it is about. Its taints are those
 * that are wanted, and not all that it may have.
 */
final class NodePatchObject {

  private static final String KIND = "NodePatch";

  private NodePatchObject() {}

  static boolean is(ObjectNode tree) {
    return tree.path("kind").asText("").equals(KIND)
        && tree.path("apiVersion").asText("").startsWith("strake.dev/");
  }

  static KubernetesObject node(ObjectNode patch) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("apiVersion", "v1").put("kind", "Node");
    ObjectNode metadata = node.putObject("metadata");
    metadata.put("name", patch.path("metadata").path("name").asText(""));
    JsonNode labels = patch.path("labels");
    if (labels.isObject() && !labels.isEmpty()) {
      metadata.set("labels", labels.deepCopy());
    }
    JsonNode taints = patch.path("taints");
    if (taints.isArray() && !taints.isEmpty()) {
      node.putObject("spec").set("taints", taints.deepCopy());
    }
    return KubernetesObject.of(node);
  }
}
