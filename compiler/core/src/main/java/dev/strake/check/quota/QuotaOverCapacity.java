package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
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
  private record Promise(ClusterNamespace namespace, ResourceName name, Quantity amount) {

    Origin origin(Origins origins) {
      return origins.ofEntry(namespace, ClusterNamespace::quota, name);
    }
  }

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Room room = Room.of(cluster);
    if (room.exists()) {
      promises(cluster)
          .forEach(
              (resource, promises) ->
                  room.total(resource)
                      .ifPresent(
                          total -> check(resource, promises, total, cluster.origins(), sink)));
    }
  }

  private static Map<ResourceName, List<Promise>> promises(ResolvedCluster cluster) {
    Map<ResourceName, List<Promise>> promises = new TreeMap<>();
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      Map<ResourceName, Promise> own = new TreeMap<>();
      namespace
          .quota()
          .forEach(
              (name, amount) ->
                  name.requested()
                      .ifPresent(
                          resource ->
                              own.merge(
                                  resource,
                                  new Promise(namespace, name, amount),
                                  QuotaOverCapacity::stricter)));
      own.forEach((r, promise) -> promises.computeIfAbsent(r, x -> new ArrayList<>()).add(promise));
    }
    return promises;
  }

  /** {@code cpu} and {@code requests.cpu} count the same, and both must hold. */
  private static Promise stricter(Promise one, Promise other) {
    return other.amount.compareTo(one.amount) < 0 ? other : one;
  }

  /** The finding stands where the sum exceeds what there is. */
  private static void check(
      ResourceName resource,
      List<Promise> promises,
      Quantity total,
      Origins origins,
      DiagnosticSink sink) {
    Quantity all = promises.stream().map(Promise::amount).reduce(Quantity.ZERO, Quantity::plus);
    Quantity sum = Quantity.ZERO;
    for (int i = 0; i < promises.size(); i++) {
      sum = sum.plus(promises.get(i).amount);
      if (sum.compareTo(total) > 0) {
        Diagnostic finding =
            promises
                .get(i)
                .origin(origins)
                .finding(
                    QUOTA_OVER_CAPACITY,
                    "the namespaces' quotas of %s come to %s, and the machines offer %s to pods"
                        .formatted(resource, all, total))
                .withHelp("lower the quotas by %s, or add machines".formatted(all.minus(total)));
        for (Promise other : promises.subList(0, i)) {
          finding = finding.withRelated(other.origin(origins).range(), "promised before");
        }
        sink.report(finding);
        return;
      }
    }
  }
}
