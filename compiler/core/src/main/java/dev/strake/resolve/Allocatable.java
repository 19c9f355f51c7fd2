package dev.strake.resolve;

import dev.strake.value.EvictionSignal;
import dev.strake.value.EvictionThreshold;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a machine offers to pods: what it has, without what the kubelet keeps back.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/#node-allocatable">Kubernetes:
 *     node allocatable</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/cm/helpers.go">hardEvictionReservation
 *     in the kubelet</a>
 */
final class Allocatable {

  private static final String HUGE_PAGES = "hugepages-";
  private static final EvictionSignal FREE_MEMORY =
      EvictionSignal.parse("memory.available").orThrow();
  private static final EvictionSignal FREE_DISK =
      EvictionSignal.parse("nodefs.available").orThrow();
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** The signals at which the kubelet evicts so early that scheduling counts with it. */
  private static final Map<ResourceName, EvictionSignal> SIGNALS =
      Map.of(ResourceName.MEMORY, FREE_MEMORY, ResourceName.EPHEMERAL_STORAGE, FREE_DISK);

  private Allocatable() {}

  /** Never less than nothing; always with {@code pods}. */
  static SortedMap<ResourceName, Quantity> of(
      Map<ResourceName, Quantity> capacity, ResolvedKubelet kubelet) {
    SortedMap<ResourceName, Quantity> offered = new TreeMap<>();
    capacity.forEach(
        (resource, has) -> {
          Quantity rest = has.minus(kept(resource, capacity, kubelet));
          offered.put(resource, rest.signum() < 0 ? Quantity.ZERO : rest);
        });
    Quantity pods = Quantity.parse(kubelet.maxPods().toString()).orThrow();
    offered.merge(ResourceName.PODS, pods, Allocatable::lesser);
    return Collections.unmodifiableSortedMap(offered);
  }

  private static Quantity lesser(Quantity one, Quantity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** What pods do not get of a resource; all of it counted, however little there is. */
  static Quantity kept(
      ResourceName resource, Map<ResourceName, Quantity> capacity, ResolvedKubelet kubelet) {
    Quantity kept =
        kubelet
            .systemReserved()
            .getOrDefault(resource, Quantity.ZERO)
            .plus(kubelet.kubeReserved().getOrDefault(resource, Quantity.ZERO))
            .plus(keptFree(resource, capacity, kubelet));
    return resource.equals(ResourceName.MEMORY) ? kept.plus(hugePages(capacity)) : kept;
  }

  private static Quantity keptFree(
      ResourceName resource, Map<ResourceName, Quantity> capacity, ResolvedKubelet kubelet) {
    EvictionSignal signal = SIGNALS.get(resource);
    EvictionThreshold threshold = signal == null ? null : kubelet.evictionHard().get(signal);
    if (threshold == null) {
      return Quantity.ZERO;
    }
    return threshold.percentage() == null
        ? Objects.requireNonNull(threshold.quantity())
        : part(capacity.getOrDefault(resource, Quantity.ZERO), threshold.percentage().percent());
  }

  private static Quantity part(Quantity whole, BigDecimal percent) {
    // The kubelet takes both 0% and 100% for a signal that is switched off.
    if (percent.compareTo(WHOLE) >= 0) {
      return Quantity.ZERO;
    }
    BigDecimal bytes = whole.amount().multiply(percent).divide(WHOLE, 0, RoundingMode.FLOOR);
    return Quantity.parse(bytes.toPlainString()).orThrow();
  }

  /** Memory in huge pages is offered as such, and not as memory too. */
  private static Quantity hugePages(Map<ResourceName, Quantity> capacity) {
    return capacity.entrySet().stream()
        .filter(entry -> entry.getKey().toString().startsWith(HUGE_PAGES))
        .map(Map.Entry::getValue)
        .reduce(Quantity.ZERO, Quantity::plus);
  }
}
