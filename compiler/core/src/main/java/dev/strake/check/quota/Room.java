package dev.strake.check.quota;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.resolve.ResolvedPool;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the machines that take workloads offer: all workers, those with taints too, because a
 * namespace's pods may tolerate them, and control planes that take any pod.
 */
final class Room {

  private final List<ResolvedPool> pools;

  /**
   * What one machine of a pool offers to pods.
   *
   * @param amount of the resource that was asked for
   */
  record Offer(ResolvedPool pool, Quantity amount) {}

  private Room(List<ResolvedPool> pools) {
    this.pools = pools;
  }

  static Room of(ResolvedCluster cluster) {
    return new Room(cluster.pools().stream().filter(pool -> openNodes(pool) > 0).toList());
  }

  private static long openNodes(ResolvedPool pool) {
    return pool.isControlPlane()
        ? pool.nodes().stream().filter(ResolvedNode::isOpen).count()
        : pool.nodes().size();
  }

  /** Whether any machine takes workloads. */
  boolean exists() {
    return !pools.isEmpty();
  }

  /** Of all machines together; empty if that is not known. */
  Optional<Quantity> total(ResourceName resource) {
    return isKnown(resource)
        ? Optional.of(
            pools.stream()
                .map(pool -> offered(pool, resource).times(openNodes(pool)))
                .reduce(Quantity.ZERO, Quantity::plus))
        : Optional.empty();
  }

  /** Of the machines that offer the most each; empty if that is not known. */
  Optional<Offer> largest(ResourceName resource) {
    return isKnown(resource)
        ? pools.stream()
            .map(pool -> new Offer(pool, offered(pool, resource)))
            .max(Comparator.comparing(Offer::amount))
        : Optional.empty();
  }

  /**
   * Every machine has CPU, memory and a disk, so each pool must say how much. Devices are on some
   * of them: where one pool says so, the others have none.
   */
  private boolean isKnown(ResourceName resource) {
    return resource.isCompute()
        ? pools.stream().allMatch(pool -> pool.allocatable().containsKey(resource))
        : pools.stream().anyMatch(pool -> pool.allocatable().containsKey(resource));
  }

  private static Quantity offered(ResolvedPool pool, ResourceName resource) {
    return pool.allocatable().getOrDefault(resource, Quantity.ZERO);
  }
}
