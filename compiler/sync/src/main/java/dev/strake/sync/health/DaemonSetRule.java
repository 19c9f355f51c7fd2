package dev.strake.sync.health;

import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * By its pods. A DaemonSet without nodes wants none, so what its controller has not seen must not
 * look finished: here the generations have to be there.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/status/core.go">daemonsetConditions
 *     in core.go</a>
 */
final class DaemonSetRule implements HealthRule {

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    if (object.number("metadata", "generation").isEmpty()) {
      return Health.inProgress("NoGeneration", "it has no generation");
    }
    if (object.number("status", "observedGeneration").isEmpty()) {
      return Health.inProgress("NoObservedGeneration", "its controller has not seen it");
    }
    OptionalLong desired = object.number("status", "desiredNumberScheduled");
    // kstatus takes -1 for none.
    if (desired.isEmpty() || desired.getAsLong() == -1) {
      return Health.inProgress("NoDesiredNumber", "nobody has counted its nodes");
    }
    return pods(new Count(object), desired.getAsLong());
  }

  private static Health pods(Count count, long wanted) {
    if (wanted > count.status("currentNumberScheduled")) {
      long have = count.status("currentNumberScheduled");
      return Count.less("LessCurrent", "pods exist", have, wanted);
    }
    if (wanted > count.status("updatedNumberScheduled")) {
      long have = count.status("updatedNumberScheduled");
      return Count.less("LessUpdated", "pods are updated", have, wanted);
    }
    if (wanted > count.status("numberAvailable")) {
      return Count.less(
          "LessAvailable", "pods are available", count.status("numberAvailable"), wanted);
    }
    if (wanted > count.status("numberReady")) {
      return Count.less("LessReady", "pods are ready", count.status("numberReady"), wanted);
    }
    return Health.current("%s pods are ready".formatted(wanted));
  }
}
