package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Map;
import java.util.Optional;

/**
 * A quota of requests above the quota of limits. No container asks for more than its limit, so the
 * limits are used up first and the rest of the requests never.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Kubernetes: resource
 *     quotas</a>
 */
final class QuotaOrder implements SpecCheck {

  static final Code QUOTA_ORDER = Code.warning("spec/quota-order");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      namespace
          .quota()
          .forEach(
              (name, limit) ->
                  name.limited()
                      .ifPresent(r -> check(namespace, name, r, limit, cluster.origins(), sink)));
    }
  }

  private static void check(
      ClusterNamespace namespace,
      ResourceName limitName,
      ResourceName resource,
      Quantity limit,
      Origins origins,
      DiagnosticSink sink) {
    for (Map.Entry<ResourceName, Quantity> entry : namespace.quota().entrySet()) {
      boolean requests = entry.getKey().requested().equals(Optional.of(resource));
      if (requests && entry.getValue().compareTo(limit) > 0) {
        sink.report(
            origins
                .ofEntry(namespace, ClusterNamespace::quota, entry.getKey())
                .finding(
                    QUOTA_ORDER,
                    "%s of %s cannot be used up: %s ends at %s"
                        .formatted(entry.getKey(), entry.getValue(), limitName, limit))
                .withRelated(
                    origins.ofEntry(namespace, ClusterNamespace::quota, limitName).range(),
                    "the quota of limits")
                .withHelp(
                    "write %s: %s or less, or raise %s"
                        .formatted(entry.getKey(), limit, limitName)));
      }
    }
  }
}
