package dev.strake.join;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object that another repository owns, which objects here may refer to.
 *
 * @param namespace null for one that lies in none
 */
public record ExternalObject(String kind, @Nullable String namespace, String name) {

  private static final Set<String> WORKLOADS =
      Set.of("CronJob", "DaemonSet", "Deployment", "Job", "Pod", "ReplicaSet", "StatefulSet");

  boolean makesPodsIn(String space) {
    return WORKLOADS.contains(kind) && space.equals(namespace);
  }
}
