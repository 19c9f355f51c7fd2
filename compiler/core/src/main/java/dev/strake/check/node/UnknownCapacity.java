package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.NodeTemplate;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A pool that does not say what its machines have, where something should be held against that: a
 * minimum, a reservation, a namespace's quota.
 */
final class UnknownCapacity implements SpecCheck {

  static final Code UNKNOWN_CAPACITY = Code.info("spec/unknown-capacity");

  private static final List<ResourceName> OF_EVERY_MACHINE =
      List.of(ResourceName.CPU, ResourceName.MEMORY, ResourceName.EPHEMERAL_STORAGE);

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Set<ResourceName> promised = promised(cluster);
    for (ResolvedPool pool : cluster.pools()) {
      List<ResourceName> missing =
          OF_EVERY_MACHINE.stream()
              .filter(resource -> !pool.capacity().containsKey(resource))
              .filter(resource -> isAskedFor(resource, pool) || promised.contains(resource))
              .toList();
      if (!missing.isEmpty()) {
        sink.report(unknown(pool, missing, cluster));
      }
    }
  }

  /** What quotas promise to namespaces. */
  private static Set<ResourceName> promised(ResolvedCluster cluster) {
    return cluster.spec().spec().namespaces().stream()
        .map(ClusterNamespace::quota)
        .flatMap(quota -> quota.keySet().stream())
        .map(ResourceName::requested)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isAskedFor(ResourceName resource, ResolvedPool pool) {
    return pool.pool().minimum().containsKey(resource)
        || pool.kubelet().kubeReserved().containsKey(resource)
        || pool.kubelet().systemReserved().containsKey(resource);
  }

  private static Diagnostic unknown(
      ResolvedPool pool, List<ResourceName> missing, ResolvedCluster cluster) {
    String names = missing.stream().map(ResourceName::toString).collect(Collectors.joining(", "));
    return cluster
        .origins()
        .of(pool.template(), NodeTemplate::capacity)
        .finding(
            UNKNOWN_CAPACITY,
            "pool %s does not say how much its machines have of %s, so nothing is held against it"
                .formatted(pool.name(), names))
        .withHelp("add %s to the template's capacity".formatted(names));
  }
}
