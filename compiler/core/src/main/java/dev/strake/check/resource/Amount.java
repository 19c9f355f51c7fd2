package dev.strake.check.resource;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterKubelet;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.LimitRange;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.NodeKubelet;
import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An amount of a resource, as it was written in one of the spec's maps of resources.
 *
 * @param origin of the amount
 * @param key where the resource is named
 */
record Amount(
    ResourceUse use, ResourceName resource, Quantity quantity, Origin origin, Origin key) {

  /** All that were written, each once. */
  static List<Amount> of(ResolvedCluster cluster) {
    Collector collector = new Collector(cluster.origins());
    ClusterSpec spec = cluster.spec().spec();
    collector.add(ResourceUse.RESERVATION, spec.kubelet(), ClusterKubelet::systemReserved);
    collector.add(ResourceUse.RESERVATION, spec.kubelet(), ClusterKubelet::kubeReserved);
    spec.nodePools().forEach(collector::add);
    spec.namespaces().forEach(collector::add);
    return collector.found;
  }

  private static final class Collector {

    private final Origins origins;
    private final List<Amount> found = new ArrayList<>();

    Collector(Origins origins) {
      this.origins = origins;
    }

    private void add(NodePool pool) {
      add(ResourceUse.MACHINE, pool, NodePool::minimum);
      add(ResourceUse.MACHINE, pool.template(), NodeTemplate::capacity);
      NodeKubelet kubelet = pool.template().kubelet();
      if (kubelet != null) {
        add(ResourceUse.RESERVATION, kubelet, NodeKubelet::systemReserved);
        add(ResourceUse.RESERVATION, kubelet, NodeKubelet::kubeReserved);
      }
    }

    private void add(ClusterNamespace namespace) {
      add(ResourceUse.QUOTA, namespace, ClusterNamespace::quota);
      LimitRange limits = namespace.limitRange();
      if (limits != null) {
        add(ResourceUse.CONTAINER, limits, LimitRange::defaults);
        add(ResourceUse.CONTAINER, limits, LimitRange::defaultRequest);
        add(ResourceUse.CONTAINER, limits, LimitRange::max);
      }
    }

    private <R extends Record> void add(
        ResourceUse use, R section, Origins.Field<R, Map<ResourceName, Quantity>> field) {
      field
          .apply(section)
          .forEach(
              (resource, quantity) ->
                  found.add(
                      new Amount(
                          use,
                          resource,
                          quantity,
                          origins.ofEntry(section, field, resource),
                          origins.ofKey(section, field, resource))));
    }
  }
}
