package dev.strake.sync.health;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a set of objects does. */
public record SetHealth(Map<ObjectIdentity, Health> objects) {

  public SetHealth {
    SortedMap<ObjectIdentity, Health> sorted = new TreeMap<>(objects);
    objects = Collections.unmodifiableSortedMap(sorted);
  }

  /**
   * One word for all: failed if one has, else unknown if one is, current if all are, and in
   * progress otherwise. A set without objects is current.
   *
   * @see <a
   *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/polling/aggregator/aggregator.go">AggregateStatus
   *     in aggregator.go</a>
   */
  public HealthStatus status() {
    Map<HealthStatus, Integer> counts = counts();
    if (counts.containsKey(HealthStatus.FAILED)) {
      return HealthStatus.FAILED;
    }
    if (counts.containsKey(HealthStatus.UNKNOWN)) {
      return HealthStatus.UNKNOWN;
    }
    return counts.getOrDefault(HealthStatus.CURRENT, 0) == objects.size()
        ? HealthStatus.CURRENT
        : HealthStatus.IN_PROGRESS;
  }

  /** How many objects do how; only those words that one object at least has. */
  public Map<HealthStatus, Integer> counts() {
    Map<HealthStatus, Integer> counts = new EnumMap<>(HealthStatus.class);
    objects.values().forEach(health -> counts.merge(health.status(), 1, Integer::sum));
    return counts;
  }

  /** The objects that do so, in order. */
  public List<ObjectIdentity> with(HealthStatus status) {
    return objects.entrySet().stream()
        .filter(entry -> entry.getValue().status() == status)
        .map(Map.Entry::getKey)
        .toList();
  }
}
