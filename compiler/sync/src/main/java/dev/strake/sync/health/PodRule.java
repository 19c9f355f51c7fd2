package dev.strake.sync.health;

import dev.strake.sync.object.KubernetesObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * By its phase, and its conditions and containers within it.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/status/core.go">podConditions
 *     in core.go</a>
 */
final class PodRule implements HealthRule {

  /** How long a pod may be unschedulable before it has failed: nodes come and go. */
  private static final Duration SCHEDULING = Duration.ofSeconds(15);

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    String phase = object.text("status", "phase").orElse("");
    return switch (phase) {
      case "Succeeded" -> Health.current("it is complete");
      case "Failed" -> Health.current("it is complete, and has failed");
      case "Running" -> running(object);
      case "Pending" -> pending(object, now);
      case "" -> Health.inProgress("PodNotObserved", "it has no phase yet");
      default -> Health.unknown("its phase is unknown: " + phase);
    };
  }

  private static Health running(KubernetesObject object) {
    boolean ready =
        object.conditions().stream()
            .anyMatch(condition -> condition.type().equals("Ready") && condition.isTrue());
    if (ready) {
      return Health.current("it is ready");
    }
    List<String> crashing = crashing(object, "containerStatuses");
    return crashing.isEmpty()
        ? Health.inProgress("PodRunningNotReady", "it runs and is not ready")
        : crashLoop(crashing);
  }

  /**
   * The containers that wait to be started again after a crash.
   *
   * @param field of the status, for init containers or others
   */
  static List<String> crashing(KubernetesObject object, String field) {
    return object.items("status", field).stream()
        .filter(
            container ->
                container
                    .path("state")
                    .path("waiting")
                    .path("reason")
                    .asText("")
                    .equals("CrashLoopBackOff"))
        .map(container -> container.path("name").asText(""))
        .toList();
  }

  static Health crashLoop(List<String> containers) {
    return Health.failed(
        "ContainerCrashLooping", "crashes again and again: " + String.join(", ", containers));
  }

  private static Health pending(KubernetesObject object, Instant now) {
    boolean unschedulable =
        object.conditions().stream()
            .filter(condition -> condition.type().equals("PodScheduled") && condition.isFalse())
            .findFirst()
            .filter(condition -> condition.reason().equals("Unschedulable"))
            .isPresent();
    if (!unschedulable) {
      return Health.inProgress("PodPending", "it is pending");
    }
    return now.minus(SCHEDULING).isBefore(created(object))
        ? Health.inProgress("PodNotScheduled", "it has no node yet")
        : Health.failed("PodUnschedulable", "no node takes it");
  }

  /** Long ago for a pod that does not say, as in kstatus. */
  private static Instant created(KubernetesObject object) {
    try {
      return Instant.parse(object.text("metadata", "creationTimestamp").orElse(""));
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
