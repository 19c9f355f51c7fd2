package dev.strake.sync.health;

import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;

/**
 * By its replicas and its conditions Progressing and Available.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/status/core.go">deploymentConditions
 *     in core.go</a>
 */
final class DeploymentRule implements HealthRule {

  /**
   * A deadline that the controller treats as none, so that it writes no condition Progressing.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/deployment/util/deployment_util.go">HasProgressDeadline
   *     in deployment_util.go</a>
   */
  private static final long NO_DEADLINE = Integer.MAX_VALUE;

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    long deadline = object.number("spec", "progressDeadlineSeconds").orElse(NO_DEADLINE);
    return judge(object, deadline == NO_DEADLINE);
  }

  /**
   * @param progressed whether it counts as rolled out without a condition that says so
   */
  Health judge(KubernetesObject object, boolean progressed) {
    boolean available = false;
    boolean complete = progressed;
    for (Condition condition : object.conditions()) {
      if (condition.type().equals("Progressing")) {
        if (condition.reason().equals("ProgressDeadlineExceeded")) {
          return Health.of(HealthStatus.FAILED, condition);
        }
        complete |= condition.isTrue() && condition.reason().equals("NewReplicaSetAvailable");
      }
      available |= condition.type().equals("Available") && condition.isTrue();
    }
    return replicas(new Count(object), complete, available);
  }

  private static Health replicas(Count count, boolean complete, boolean available) {
    long wanted = count.wanted();
    long all = count.status("replicas");
    long updated = count.status("updatedReplicas");
    if (wanted > all) {
      return Count.less("LessReplicas", "replicas exist", all, wanted);
    }
    if (wanted > updated) {
      return Count.less("LessUpdated", "replicas are updated", updated, wanted);
    }
    if (all > wanted) {
      return Count.extra(all, wanted);
    }
    if (updated > count.status("availableReplicas")) {
      long have = count.status("availableReplicas");
      return Count.less("LessAvailable", "replicas are available", have, updated);
    }
    if (wanted > count.status("readyReplicas")) {
      return Count.less("LessReady", "replicas are ready", count.status("readyReplicas"), wanted);
    }
    if (!complete) {
      return Health.inProgress("ReplicaSetNotAvailable", "its new ReplicaSet is not available");
    }
    return available
        ? Health.current("%s replicas are available".formatted(all))
        : Health.inProgress("DeploymentNotAvailable", "it is not available");
  }
}
