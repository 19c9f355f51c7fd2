package dev.strake.sync.health;

import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.List;

/** A pod that failed has failed, and an init container that crashes is one that does. */
final class HonestPodRule implements HealthRule {

  private final PodRule rule = new PodRule();

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    String phase = object.text("status", "phase").orElse("");
    if (phase.equals("Failed")) {
      String reason = object.text("status", "reason").orElse("");
      String message = object.text("status", "message").orElse("");
      return Health.failed(
          reason.isEmpty() ? "PodFailed" : reason, message.isEmpty() ? "it has failed" : message);
    }
    List<String> crashing = PodRule.crashing(object, "initContainerStatuses");
    return phase.equals("Pending") && !crashing.isEmpty()
        ? PodRule.crashLoop(crashing)
        : rule.judge(object, now);
  }
}
