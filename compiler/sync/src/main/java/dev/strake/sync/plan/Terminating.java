package dev.strake.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.KubernetesObject;
import java.util.stream.Collectors;

/** Why an object that is being deleted is still there. */
public final class Terminating {

  private Terminating() {}

  public static String told(KubernetesObject live) {
    String finalizers =
        live.items("metadata", "finalizers").stream()
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    return finalizers.isEmpty()
        ? "it is being deleted"
        : "it is being deleted, and waits for its finalizers: " + finalizers;
  }
}
