package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;

/**
 * Reservations that are far from what is usual: less than half of the usual memory, or more than
 * half of the machine. Clusters that reserve no memory at all are left alone: whoever reserves some
 * wants it right on all machines.
 */
final class ReservationSize implements SpecCheck {

  static final Code RESERVATION_SIZE = Code.info("spec/reservation-size");

  private static final List<ResourceName> RESOURCES =
      List.of(ResourceName.CPU, ResourceName.MEMORY, ResourceName.EPHEMERAL_STORAGE);

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    List<ResolvedPool> pools = cluster.pools();
    boolean cares = pools.stream().anyMatch(pool -> !reservesNothing(pool, cluster.origins()));
    for (ResolvedPool pool : pools) {
      if (cares) {
        checkLittle(pool, cluster, sink);
      }
      RESOURCES.forEach(resource -> checkMuch(pool, resource, cluster, sink));
    }
  }

  private static boolean reservesNothing(ResolvedPool pool, Origins origins) {
    return Reservation.of(pool, ResourceName.MEMORY, origins).findAny().isEmpty();
  }

  private static void checkLittle(ResolvedPool pool, ResolvedCluster cluster, DiagnosticSink sink) {
    Quantity has = pool.capacity().get(ResourceName.MEMORY);
    if (has == null) {
      return;
    }
    Quantity usual = SizingFormula.memory(has);
    Quantity kept = pool.kept(ResourceName.MEMORY);
    if (kept.times(2).compareTo(usual) < 0) {
      Origin place =
          reservesNothing(pool, cluster.origins())
              ? cluster.origins().of(pool.pool(), NodePool::name)
              : Reservation.largest(pool, ResourceName.MEMORY, cluster);
      sink.report(
          place
              .finding(
                  RESERVATION_SIZE,
                  "pool %s keeps %s of %s memory from pods, and about %s is usual"
                      .formatted(pool.name(), kept, has, usual))
              .withHelp(
                  "let kubeReserved and systemReserved be %s memory together, or measure that less"
                          .formatted(usual)
                      + " is enough"));
    }
  }

  private static void checkMuch(
      ResolvedPool pool, ResourceName resource, ResolvedCluster cluster, DiagnosticSink sink) {
    Quantity has = pool.capacity().get(resource);
    Quantity reserved =
        Reservation.of(pool, resource, cluster.origins())
            .map(Reservation::amount)
            .reduce(Quantity.ZERO, Quantity::plus);
    // All of it and more is an error of its own.
    if (has != null && reserved.times(2).compareTo(has) > 0 && reserved.compareTo(has) < 0) {
      sink.report(much(pool, resource, reserved, has, cluster));
    }
  }

  private static Diagnostic much(
      ResolvedPool pool,
      ResourceName resource,
      Quantity reserved,
      Quantity has,
      ResolvedCluster cluster) {
    Origins origins = cluster.origins();
    return Reservation.largest(pool, resource, cluster)
        .finding(
            RESERVATION_SIZE,
            "pool %s reserves %s %s, more than half of what its machines have"
                .formatted(pool.name(), resource, reserved))
        .withRelated(
            origins.ofEntry(pool.template(), NodeTemplate::capacity, resource).range(),
            "each machine has " + has)
        .withHelp("check the unit: 500m is half a CPU, 512Mi half a gibibyte");
  }
}
