package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quotas that together promise more requests, or more pods, than the machines offer: the last team
 * to come finds its pods pending within its quota. Limits may be promised several times; that they
 * are not all used at once is what they are for.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-and-cluster-capacity">Kubernetes:
 *     quota and cluster capacity</a>
 */
final class QuotaOverCapacity implements SpecCheck {

  static final Code QUOTA_OVER_CAPACITY = Code.warning("spec/quota-over-capacity");

  /**
   * @param name of the quota, as the namespace has it
   */
  private record Promise(ClusterNamespace namespace, ResourceName name, Quantity amount) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Room room = Room.of(cluster);
    if (room.exists()) {
      promises(cluster)
          .forEach(
              (resource, promises) ->
                  room.total(resource)
                      .ifPresent(total -> check(resource, promises, total, cluster, sink)));
    }
  }

  private static Map<ResourceName, List<Promise>> promises(ResolvedCluster cluster) {
    Map<ResourceName, List<Promise>> promises = new TreeMap<>();
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      namespace
          .quota()
          .forEach(
              (name, amount) ->
                  name.requested()
                      .ifPresent(
                          resource ->
                              promises
                                  .computeIfAbsent(resource, r -> new ArrayList<>())
                                  .add(new Promise(namespace, name, amount))));
    }
    return promises;
  }

  /** The finding stands where the sum exceeds what there is. */
  private static void check(
      ResourceName resource,
      List<Promise> promises,
      Quantity total,
      ResolvedCluster cluster,
      DiagnosticSink sink) {
    Quantity all = promises.stream().map(Promise::amount).reduce(Quantity.ZERO, Quantity::plus);
    Quantity sum = Quantity.ZERO;
    for (Promise promise : promises) {
      sum = sum.plus(promise.amount);
      if (sum.compareTo(total) > 0) {
        sink.report(
            cluster
                .origins()
                .ofEntry(promise.namespace, ClusterNamespace::quota, promise.name)
                .finding(
                    QUOTA_OVER_CAPACITY,
                    "the namespaces' quotas of %s come to %s, and the machines offer %s to pods"
                        .formatted(resource, all, total))
                .withHelp("lower the quotas by %s, or add machines".formatted(all.minus(total))));
        return;
      }
    }
  }
}
