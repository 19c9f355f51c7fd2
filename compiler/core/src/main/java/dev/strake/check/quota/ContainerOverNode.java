package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.check.quota.Limits.Limit;
import dev.strake.check.quota.Room.Offer;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origins;
import dev.strake.value.ResourceName;
import java.util.Optional;

/**
 * A limit range that allows a container what no machine offers. A default request of that size
 * keeps every pod without numbers of its own pending. A maximum does no harm until somebody
 * requests it, and as a limit, which may be more than there is, never: it is worth knowing.
 */
final class ContainerOverNode implements SpecCheck {

  static final Code CONTAINER_OVER_NODE = Code.error("spec/container-over-node");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Room room = Room.of(cluster);
    if (!room.exists()) {
      return;
    }
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      Limits limits = Limits.of(namespace, cluster.origins());
      limits
          .requests()
          .forEach(
              (resource, request) ->
                  tooMuch(resource, request, Limits.DEFAULT_REQUEST, room, cluster.origins())
                      .or(() -> maximum(resource, limits, room, cluster.origins()))
                      .ifPresent(sink::report));
    }
  }

  /** Where there is a maximum there is a default request, which may be fine all the same. */
  private static Optional<Diagnostic> maximum(
      ResourceName resource, Limits limits, Room room, Origins origins) {
    return Optional.ofNullable(limits.most().get(resource))
        .flatMap(most -> tooMuch(resource, most, Limits.MAX, room, origins))
        .map(finding -> finding.withSeverity(Severity.INFO));
  }

  /**
   * @param as the field that the limit counts for
   */
  private static Optional<Diagnostic> tooMuch(
      ResourceName resource, Limit limit, String as, Room room, Origins origins) {
    return room.largest(resource)
        .filter(offer -> limit.exceeds(offer.amount()))
        .map(offer -> tooMuch(resource, limit, as, offer, origins));
  }

  private static Diagnostic tooMuch(
      ResourceName resource, Limit limit, String as, Offer offer, Origins origins) {
    return limit
        .origin()
        .finding(
            CONTAINER_OVER_NODE,
            "%s is more than any machine offers to pods: %s"
                .formatted(limit.describe(as, resource), offer.amount()))
        .withRelated(
            origins.ofEntry(offer.pool().template(), NodeTemplate::capacity, resource).range(),
            "what the largest machines have, before reservations")
        .withHelp(limit.lower(as, resource, offer.amount()) + ", or add larger machines");
  }
}
