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
import java.util.Objects;

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

  /** What many containers do with. */
  private static final Map<ResourceName, Quantity> EXAMPLES =
      Map.of(
          ResourceName.CPU, Quantity.parse("500m").orThrow(),
          ResourceName.MEMORY, Quantity.parse("512Mi").orThrow());

  private static final Setting LIMIT = new Setting("limit", Limits.DEFAULT);
  private static final Setting REQUEST = new Setting("request", Limits.DEFAULT_REQUEST);

  /**
   * What a container may set, and what sets it otherwise.
   *
   * @param field of the limit range
   */
  private record Setting(String what, String field) {}

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
    name.limited().ifPresent(r -> check(name, most, r, LIMIT, limits.limits(), origin, sink));
    name.requested().ifPresent(r -> check(name, most, r, REQUEST, limits.requests(), origin, sink));
  }

  private static void check(
      ResourceName name,
      Quantity most,
      ResourceName resource,
      Setting setting,
      Map<ResourceName, Limit> given,
      Origin origin,
      DiagnosticSink sink) {
    if (EXAMPLES.containsKey(resource) && !given.containsKey(resource)) {
      sink.report(
          origin
              .finding(
                  QUOTA_WITHOUT_DEFAULT,
                  "with the quota %s, pods whose containers set no %s %s are refused"
                      .formatted(name, resource, setting.what))
              .withHelp(
                  "add limitRange.%s with %s: %s, or what most containers need"
                      .formatted(setting.field, resource, example(resource, most))));
    }
  }

  /** Not more than the quota itself. */
  private static Quantity example(ResourceName resource, Quantity most) {
    Quantity usual = Objects.requireNonNull(EXAMPLES.get(resource));
    return usual.compareTo(most) > 0 ? most : usual;
  }
}
