package dev.strake.sync.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Whether a Node works, as far as its host can help it. A node whose kubelet waits for the pod
 * network is as ready as a host can make it: the network comes with the objects, after the hosts.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/nodestatus/setters.go">ReadyCondition
 *     in the kubelet's nodestatus/setters.go</a>
 */
final class NodeReadiness {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NodeReadiness() {}

  /** Empty if it is ready; else why not, in a line. */
  static String trouble(String node) {
    try {
      for (JsonNode condition : JSON.readTree(node).path("status").path("conditions")) {
        if (condition.path("type").asText().equals("Ready")) {
          return trouble(condition);
        }
      }
      return "its node has no condition Ready yet";
    } catch (JsonProcessingException e) {
      return "its node cannot be read";
    }
  }

  private static String trouble(JsonNode ready) {
    String status = ready.path("status").asText();
    String message = ready.path("message").asText();
    boolean waitsForNetwork = status.equals("False") && message.contains("NetworkPluginNotReady");
    if (status.equals("True") || waitsForNetwork) {
      return "";
    }
    return "its node is not ready: " + message;
  }
}
