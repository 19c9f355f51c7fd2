package dev.strake.sync.health;

import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.Optional;

/**
 * By its replicas. Pods that cannot be created may be tomorrow, when a quota allows them.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/status/core.go">replicasetConditions
 *     in core.go</a>
 */
final class ReplicaSetRule implements HealthRule {

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    Optional<Condition> failure =
        object.conditions().stream()
            .filter(condition -> condition.type().equals("ReplicaFailure") && condition.isTrue())
            .findFirst();
    if (failure.isPresent()) {
      String message = Health.of(HealthStatus.IN_PROGRESS, failure.get()).message();
      return Health.inProgress("ReplicaFailure", message);
    }
    return replicas(new Count(object));
  }

  private static Health replicas(Count count) {
    long wanted = count.wanted();
    long all = count.status("replicas");
    if (wanted > count.status("fullyLabeledReplicas")) {
      long have = count.status("fullyLabeledReplicas");
      return Count.less("LessLabelled", "replicas have all labels", have, wanted);
    }
    if (wanted > count.status("availableReplicas")) {
      long have = count.status("availableReplicas");
      return Count.less("LessAvailable", "replicas are available", have, wanted);
    }
    if (wanted > count.status("readyReplicas")) {
      return Count.less("LessReady", "replicas are ready", count.status("readyReplicas"), wanted);
    }
    return all > wanted
        ? Count.extra(all, wanted)
        : Health.current("%s replicas are available".formatted(all));
  }
}
