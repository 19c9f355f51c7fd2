package dev.strake.resolve;

import dev.strake.spec.ClusterKubelet;
import dev.strake.spec.NodeKubelet;
import dev.strake.spec.Origins;
import dev.strake.value.EvictionSignal;
import dev.strake.value.EvictionThreshold;
import dev.strake.value.GoDuration;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The kubelet's settings on one pool's machines: the cluster's, and what the pool has of its own.
 * Its fields have origins, in the pool where that writes them.
 *
 * @param maxPods how many pods a machine may run
 * @param evictionHard what was written, with the kubelet's own defaults where a signal was not
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#hard-eviction-thresholds">Kubernetes:
 *     hard eviction thresholds</a>
 */
public record ResolvedKubelet(
    Integer maxPods,
    SortedMap<EvictionSignal, EvictionThreshold> evictionHard,
    SortedMap<ResourceName, Quantity> systemReserved,
    SortedMap<ResourceName, Quantity> kubeReserved,
    GoDuration shutdownGracePeriod,
    GoDuration shutdownGracePeriodCriticalPods) {

  /**
   * What the kubelet takes if nothing is configured. As soon as one signal is, it takes none of
   * these; writing all of them keeps the others.
   */
  private static final Map<EvictionSignal, EvictionThreshold> EVICTION =
      Map.of(
          signal("memory.available"), threshold("100Mi"),
          signal("nodefs.available"), threshold("10%"),
          signal("nodefs.inodesFree"), threshold("5%"),
          signal("imagefs.available"), threshold("15%"),
          signal("imagefs.inodesFree"), threshold("5%"));

  static ResolvedKubelet of(ClusterKubelet cluster, @Nullable NodeKubelet pool, Origins origins) {
    if (pool == null) {
      ResolvedKubelet same =
          new ResolvedKubelet(
              cluster.maxPods(),
              sorted(cluster.evictionHard(), EVICTION),
              sorted(cluster.systemReserved(), Map.of()),
              sorted(cluster.kubeReserved(), Map.of()),
              cluster.shutdownGracePeriod(),
              cluster.shutdownGracePeriodCriticalPods());
      return origins.derive(same, cluster, cluster);
    }
    GoDuration grace = pool.shutdownGracePeriod();
    GoDuration critical = pool.shutdownGracePeriodCriticalPods();
    ResolvedKubelet made =
        new ResolvedKubelet(
            pool.maxPods() == null ? cluster.maxPods() : pool.maxPods(),
            sorted(pool.evictionHard(), sorted(cluster.evictionHard(), EVICTION)),
            sorted(pool.systemReserved(), cluster.systemReserved()),
            sorted(pool.kubeReserved(), cluster.kubeReserved()),
            grace == null ? cluster.shutdownGracePeriod() : grace,
            critical == null ? cluster.shutdownGracePeriodCriticalPods() : critical);
    return origins.derive(made, pool, cluster);
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> sorted(
      Map<K, V> own, Map<K, V> others) {
    SortedMap<K, V> all = new TreeMap<>(others);
    all.putAll(own);
    return Collections.unmodifiableSortedMap(all);
  }

  private static EvictionSignal signal(String text) {
    return EvictionSignal.parse(text).orThrow();
  }

  private static EvictionThreshold threshold(String text) {
    return EvictionThreshold.parse(text).orThrow();
  }
}
