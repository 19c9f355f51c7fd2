package dev.strake.check.node;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedKubelet;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a pool's kubelet is told to keep of a resource.
 *
 * @param amount in one of kubeReserved and systemReserved
 */
record Reservation(Quantity amount, Origin origin) {

  /** The pool's reservations of a resource that are written: none, one or two. */
  static Stream<Reservation> of(ResolvedPool pool, ResourceName resource, Origins origins) {
    return Stream.of(
            of(pool, resource, ResolvedKubelet::kubeReserved, origins),
            of(pool, resource, ResolvedKubelet::systemReserved, origins))
        .flatMap(found -> found);
  }

  private static Stream<Reservation> of(
      ResolvedPool pool,
      ResourceName resource,
      Origins.Field<ResolvedKubelet, ? extends Map<ResourceName, Quantity>> field,
      Origins origins) {
    Quantity amount = field.apply(pool.kubelet()).get(resource);
    return amount == null
        ? Stream.of()
        : Stream.of(new Reservation(amount, origins.ofEntry(pool.kubelet(), field, resource)));
  }

  /** Where the most is kept; where the capacity is written, if nothing is. */
  static Origin largest(ResolvedPool pool, ResourceName resource, ResolvedCluster cluster) {
    Origins origins = cluster.origins();
    return of(pool, resource, origins)
        .max(Comparator.comparing(Reservation::amount))
        .map(Reservation::origin)
        .orElseGet(() -> origins.ofEntry(pool.template(), NodeTemplate::capacity, resource));
  }
}
