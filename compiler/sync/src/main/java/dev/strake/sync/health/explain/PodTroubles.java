package dev.strake.sync.health.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What keeps a pod from being ready: its node, its images, its containers. */
final class PodTroubles {

  /** Every pod goes through them. */
  private static final Set<String> NORMAL_WAITS = Set.of("ContainerCreating", "PodInitializing");

  private final KubernetesObject pod;
  private final List<String> lines = new ArrayList<>();

  private PodTroubles(KubernetesObject pod) {
    this.pod = pod;
  }

  /** A line each; none for a pod that is ready or complete. */
  static List<String> of(KubernetesObject pod) {
    PodTroubles troubles = new PodTroubles(pod);
    boolean fine =
        pod.condition("Ready").filter(Condition::isTrue).isPresent()
            || pod.text("status", "phase").orElse("").equals("Succeeded");
    if (!fine) {
      troubles.find();
    }
    return List.copyOf(troubles.lines);
  }

  private void find() {
    if (pod.text("status", "phase").orElse("").equals("Failed")) {
      String reason = pod.text("status", "reason").orElse("failed");
      lines.add(reason + pod.text("status", "message").map(text -> ": " + text).orElse(""));
    }
    pod.condition("PodScheduled")
        .filter(Condition::isFalse)
        .ifPresent(condition -> lines.add(condition.reason() + ": " + condition.message()));
    containers("initContainerStatuses", "init container ");
    containers("containerStatuses", "container ");
  }

  private void containers(String field, String what) {
    for (JsonNode container : pod.items("status", field)) {
      String trouble = trouble(container);
      if (!trouble.isEmpty()) {
        lines.add(what + container.path("name").asText("") + ": " + trouble);
      }
    }
  }

  private static String trouble(JsonNode container) {
    JsonNode state = container.path("state");
    if (state.has("waiting")) {
      return waiting(state.path("waiting"), container);
    }
    if (state.has("terminated")) {
      return failed(state.path("terminated")) ? exit(state.path("terminated")) : "";
    }
    boolean unready = state.has("running") && !container.path("ready").asBoolean(false);
    return unready ? "runs and is not ready" + restarts(container) : "";
  }

  private static String waiting(JsonNode waiting, JsonNode container) {
    String reason = waiting.path("reason").asText("");
    if (reason.isEmpty() || NORMAL_WAITS.contains(reason)) {
      return "";
    }
    if (reason.equals("CrashLoopBackOff")) {
      JsonNode last = container.path("lastState").path("terminated");
      return reason + restarts(container) + (last.isObject() ? ", " + exit(last) : "");
    }
    String message = waiting.path("message").asText("");
    return message.isEmpty() ? reason : reason + ": " + message;
  }

  private static String restarts(JsonNode container) {
    long count = container.path("restartCount").asLong(0);
    return count == 0 ? "" : ", restarted " + count + (count == 1 ? " time" : " times");
  }

  private static boolean failed(JsonNode terminated) {
    return terminated.path("exitCode").asInt(0) != 0;
  }

  /**
   * How a container ended. Not its message: that is what the program printed.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/">Termination
   *     messages</a>
   */
  private static String exit(JsonNode terminated) {
    String reason = terminated.path("reason").asText("");
    boolean telling = !reason.isEmpty() && !reason.equals("Error") && !reason.equals("Completed");
    String code = "exited with code " + terminated.path("exitCode").asText("");
    return telling ? code + " (" + reason + ")" : code;
  }
}
