package dev.strake.sync.health;

import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;

/**
 * By its conditions; the first one in the list that decides counts.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/status/core.go">jobConditions
 *     in core.go</a>
 */
final class JobRule implements HealthRule {

  private final HealthStatus whileRunning;

  /**
   * @param whileRunning kstatus takes a Job that runs for current
   */
  JobRule(HealthStatus whileRunning) {
    this.whileRunning = whileRunning;
  }

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    for (Condition condition : object.conditions()) {
      if (condition.isTrue() && condition.type().equals("Complete")) {
        return Health.current("it is complete");
      }
      if (condition.isTrue() && condition.type().equals("Failed")) {
        return Health.failed("JobFailed", failure(condition));
      }
      boolean suspended = condition.isTrue() && condition.type().equals("Suspended");
      if (suspended && object.flag("spec", "suspend")) {
        return Health.current("it is suspended, as its manifest says");
      }
    }
    return object.text("status", "startTime").orElse("").isEmpty()
        ? Health.inProgress("JobNotStarted", "it has not started")
        : running(new Count(object));
  }

  private static String failure(Condition condition) {
    return condition.reason().isEmpty()
        ? "it failed"
        : "it failed: " + condition.reason() + ": " + condition.message();
  }

  private Health running(Count count) {
    String message =
        "it runs: %s pods active, %s succeeded, %s failed"
            .formatted(count.status("active"), count.status("succeeded"), count.status("failed"));
    return new Health(whileRunning, "JobRunning", message);
  }
}
