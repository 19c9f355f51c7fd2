package dev.strake.sync.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What holds for objects of every kind.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/status/generic.go">generic.go</a>
 */
final class GenericRules {

  private GenericRules() {}

  /**
   * Whether the object goes, or its status is that of an earlier generation. A controller that does
   * not say which generation it has seen is believed.
   */
  static Optional<Health> lifecycle(KubernetesObject object) {
    if (object.isTerminating()) {
      return Optional.of(
          new Health(HealthStatus.TERMINATING, "Terminating", "it is being deleted"));
    }
    return malformed(object).or(() -> generation(object));
  }

  private static Optional<Health> malformed(KubernetesObject object) {
    JsonNode status = object.find("status");
    if (isThere(status) && !status.isObject()) {
      return Optional.of(Health.unknown("its status is no mapping"));
    }
    JsonNode conditions = object.find("status", "conditions");
    if (isThere(conditions) && !conditions.isArray()) {
      return Optional.of(Health.unknown("its status.conditions are no list"));
    }
    for (JsonNode condition : conditions) {
      if (!isCondition(condition)) {
        return Optional.of(Health.unknown("one of its status.conditions is none"));
      }
    }
    JsonNode observed = object.find("status", "observedGeneration");
    boolean compared = object.number("metadata", "generation").isPresent();
    return compared && isThere(observed) && !observed.isIntegralNumber()
        ? Optional.of(Health.unknown("its status.observedGeneration is no number"))
        : Optional.empty();
  }

  private static boolean isCondition(JsonNode condition) {
    return condition.isObject()
        && Stream.of("type", "status", "reason", "message")
            .map(condition::path)
            .allMatch(field -> !isThere(field) || field.isTextual());
  }

  private static boolean isThere(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  private static Optional<Health> generation(KubernetesObject object) {
    OptionalLong wanted = object.number("metadata", "generation");
    OptionalLong observed = object.number("status", "observedGeneration");
    if (wanted.isEmpty() || observed.isEmpty() || wanted.equals(observed)) {
      return Optional.empty();
    }
    String message =
        "its controller has seen generation %s, not yet %s"
            .formatted(observed.getAsLong(), wanted.getAsLong());
    return Optional.of(Health.inProgress("LatestGenerationNotObserved", message));
  }

  /** The conditions that kstatus has controllers write; the first one in the list counts. */
  static Optional<Health> standardConditions(KubernetesObject object) {
    for (Condition condition : object.conditions()) {
      if (condition.isTrue() && condition.type().equals("Reconciling")) {
        return Optional.of(Health.of(HealthStatus.IN_PROGRESS, condition));
      }
      if (condition.isTrue() && condition.type().equals("Stalled")) {
        return Optional.of(Health.of(HealthStatus.FAILED, condition));
      }
    }
    return Optional.empty();
  }

  /** Of a kind without rules: by its condition Ready, which never means that it has failed. */
  static Health readyOrCurrent(KubernetesObject object) {
    for (Condition condition : object.conditions()) {
      boolean isReady = condition.type().equals("Ready");
      if (isReady && condition.isTrue()) {
        return Health.current("it is ready");
      }
      if (isReady && (condition.isFalse() || condition.status().equals("Unknown"))) {
        return Health.of(HealthStatus.IN_PROGRESS, condition);
      }
    }
    return Health.current("it is there");
  }
}
