package dev.strake.sync.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an autoscaler can scale. Metrics are missing until the first pods have run for a while,
 * and a target until it is created, so these are waited for; a selector does not come right.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale-walkthrough/#appendix-horizontal-pod-autoscaler-status-conditions">Status
 *     conditions of a HorizontalPodAutoscaler</a>
 */
final class AutoscalerRule implements HealthRule {

  /** Where version 1 of the API has the conditions. */
  private static final String ANNOTATION = "autoscaling.alpha.kubernetes.io/conditions";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    List<Condition> conditions = conditions(object);
    for (Condition condition : conditions) {
      boolean decides =
          condition.type().equals("AbleToScale") || condition.type().equals("ScalingActive");
      if (decides && condition.isFalse()) {
        return unable(condition);
      }
    }
    return conditions.isEmpty()
        ? Health.inProgress("NotObserved", "its controller has not seen it")
        : Health.current("it is able to scale");
  }

  private static Health unable(Condition condition) {
    return switch (condition.reason()) {
      case "InvalidSelector" -> Health.of(HealthStatus.FAILED, condition);
      // Somebody scaled the target to zero, which switches autoscaling off.
      case "ScalingDisabled" -> Health.current("it is switched off: its target has no replicas");
      default -> Health.of(HealthStatus.IN_PROGRESS, condition);
    };
  }

  private static List<Condition> conditions(KubernetesObject object) {
    String annotation = object.annotations().getOrDefault(ANNOTATION, "");
    return annotation.isEmpty() ? object.conditions() : parse(annotation);
  }

  private static List<Condition> parse(String annotation) {
    List<Condition> conditions = new ArrayList<>();
    try {
      for (JsonNode item : JSON.readTree(annotation)) {
        conditions.add(
            new Condition(
                item.path("type").asText(""),
                item.path("status").asText(""),
                item.path("reason").asText(""),
                item.path("message").asText("")));
      }
    } catch (JsonProcessingException e) {
      // What its controller did not write says nothing.
      return List.of();
    }
    return conditions;
  }
}
