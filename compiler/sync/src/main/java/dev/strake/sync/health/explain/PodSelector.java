package dev.strake.sync.health.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.KubernetesObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pods of a workload: those in its namespace that its selector takes. A Pod is its own.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements">Selectors
 *     with sets</a>
 */
final class PodSelector {

  private final KubernetesObject workload;

  PodSelector(KubernetesObject workload) {
    this.workload = workload;
  }

  /** In the order of their names. */
  List<KubernetesObject> select(Collection<KubernetesObject> pods) {
    if (workload.identity().groupKind().equals("Pod")) {
      return List.of(workload);
    }
    return pods.stream()
        .filter(pod -> pod.namespace().equals(workload.namespace()) && takes(pod.labels()))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /** What has no selector, or an empty one, has no pods that we could tell. */
  private boolean takes(Map<String, String> labels) {
    Map<String, String> wanted = workload.texts("spec", "selector", "matchLabels");
    List<JsonNode> expressions = workload.items("spec", "selector", "matchExpressions");
    return !(wanted.isEmpty() && expressions.isEmpty())
        && wanted.entrySet().stream()
            .allMatch(one -> one.getValue().equals(labels.get(one.getKey())))
        && expressions.stream().allMatch(expression -> takes(expression, labels));
  }

  private static boolean takes(JsonNode expression, Map<String, String> labels) {
    Optional<String> value = Optional.ofNullable(labels.get(expression.path("key").asText("")));
    return switch (expression.path("operator").asText("")) {
      case "Exists" -> value.isPresent();
      case "DoesNotExist" -> value.isEmpty();
      case "In" -> value.isPresent() && lists(expression, value.get());
      case "NotIn" -> value.isEmpty() || !lists(expression, value.get());
      default -> false;
    };
  }

  private static boolean lists(JsonNode expression, String value) {
    for (JsonNode item : expression.path("values")) {
      if (item.asText("").equals(value)) {
        return true;
      }
    }
    return false;
  }
}
