package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.check.quota.Limits.Limit;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.Origin;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Map;
import java.util.Set;

/**
 * A quota of CPU or memory in a namespace whose containers get no number of their own: with the
 * quota, each pod that leaves one out is refused.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#how-kubernetes-resourcequotas-work">Kubernetes:
 *     how resource quotas work</a>
 */
final class QuotaWithoutDefault implements SpecCheck {

  static final Code QUOTA_WITHOUT_DEFAULT = Code.warning("spec/quota-without-default");

  private static final Map<ResourceName, String> EXAMPLES =
      Map.of(ResourceName.CPU, "500m", ResourceName.MEMORY, "512Mi");
  private static final Set<ResourceName> ASKED = EXAMPLES.keySet();

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      Limits limits = Limits.of(namespace, cluster.origins());
      namespace
          .quota()
          .forEach(
              (name, most) -> {
                Origin origin = cluster.origins().ofEntry(namespace, ClusterNamespace::quota, name);
                check(name, most, limits, origin, sink);
              });
    }
  }

  private static void check(
      ResourceName name, Quantity most, Limits limits, Origin origin, DiagnosticSink sink) {
    // Nothing at all is a way to close a namespace.
    if (most.isZero()) {
      return;
    }
    name.limited()
        .ifPresent(r -> check(name, r, "limit", "default", limits.limits(), origin, sink));
    name.requested()
        .ifPresent(
            r -> check(name, r, "request", "defaultRequest", limits.requests(), origin, sink));
  }

  private static void check(
      ResourceName name,
      ResourceName resource,
      String what,
      String field,
      Map<ResourceName, Limit> given,
      Origin origin,
      DiagnosticSink sink) {
    if (ASKED.contains(resource) && !given.containsKey(resource)) {
      sink.report(
          origin
              .finding(
                  QUOTA_WITHOUT_DEFAULT,
                  "with the quota %s, pods whose containers set no %s %s are refused"
                      .formatted(name, resource, what))
              .withHelp(
                  "add limitRange.%s with %s: %s, or what most containers need"
                      .formatted(field, resource, EXAMPLES.get(resource))));
    }
  }
}
