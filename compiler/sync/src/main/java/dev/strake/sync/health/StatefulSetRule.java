package dev.strake.sync.health;

import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * By its replicas and revisions: its controller writes no conditions.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/status/core.go">stsConditions
 *     in core.go</a>
 */
final class StatefulSetRule implements HealthRule {

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    String strategy = object.text("spec", "updateStrategy", "type").orElse("");
    if (strategy.equals("OnDelete")) {
      return Health.current("its pods are updated when somebody deletes them");
    }
    Count count = new Count(object);
    long wanted = count.wanted();
    long all = count.status("replicas");
    if (wanted > all) {
      return Count.less("LessReplicas", "replicas exist", all, wanted);
    }
    if (wanted > count.status("readyReplicas")) {
      return Count.less("LessReady", "replicas are ready", count.status("readyReplicas"), wanted);
    }
    if (all > wanted) {
      return Count.extra(all, wanted);
    }
    OptionalLong partition = object.number("spec", "updateStrategy", "rollingUpdate", "partition");
    // kstatus takes -1 for none.
    return partition.isPresent() && partition.getAsLong() != -1
        ? partition(count.status("updatedReplicas"), wanted - partition.getAsLong())
        : whole(object, count, wanted);
  }

  /**
   * Only pods from an ordinal on are updated.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#partitions">Partitioned
   *     rolling updates</a>
   */
  private static Health partition(long updated, long wanted) {
    return updated < wanted
        ? Count.less("PartitionRollout", "replicas of the partition are updated", updated, wanted)
        : Health.current("%s replicas of the partition are updated".formatted(updated));
  }

  private static Health whole(KubernetesObject object, Count count, long wanted) {
    long current = count.status("currentReplicas");
    if (wanted > current) {
      return Count.less("LessCurrent", "replicas have the current revision", current, wanted);
    }
    String before = object.text("status", "currentRevision").orElse("");
    String after = object.text("status", "updateRevision").orElse("");
    return before.equals(after)
        ? Health.current("%s replicas are ready".formatted(count.status("replicas")))
        : Health.inProgress("RevisionMismatch", "its update is not finished");
  }
}
