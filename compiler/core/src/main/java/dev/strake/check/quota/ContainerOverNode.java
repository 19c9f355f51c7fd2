package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.check.quota.Limits.Limit;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;

/**
 * A limit range that allows a container what no machine offers. A default request of that size
 * keeps every pod without numbers of its own pending; a maximum does no harm until somebody asks
 * for it, and is a warning.
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
      limits.requests().forEach((r, limit) -> check(r, limit, room, Severity.ERROR, sink));
      limits.most().forEach((r, limit) -> checkMost(r, limit, limits, room, sink));
    }
  }

  /** If the request by default is too much already, so is the most, and it is said. */
  private static void checkMost(
      ResourceName resource, Limit most, Limits limits, Room room, DiagnosticSink sink) {
    Limit request = limits.requests().getOrDefault(resource, most);
    if (room.largest(resource).filter(request::exceeds).isEmpty()) {
      check(resource, most, room, Severity.WARNING, sink);
    }
  }

  private static void check(
      ResourceName resource, Limit limit, Room room, Severity severity, DiagnosticSink sink) {
    room.largest(resource)
        .filter(limit::exceeds)
        .ifPresent(most -> sink.report(tooMuch(resource, limit, most).withSeverity(severity)));
  }

  private static Diagnostic tooMuch(ResourceName resource, Limit limit, Quantity most) {
    return limit
        .origin()
        .finding(
            CONTAINER_OVER_NODE,
            "%s of %s %s is more than any machine offers to pods: %s"
                .formatted(limit.what(), limit.amount(), resource, most))
        .withHelp("write at most %s, or add larger machines".formatted(most));
  }
}
