package dev.strake.check.quota;

import dev.strake.check.ManifestCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A quota of CPU or memory in a namespace whose containers get no number of their own, by the spec
 * or by a LimitRange of the cluster's sources: with the quota, each pod that leaves one out is
 * refused.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#how-kubernetes-resourcequotas-work">Kubernetes:
 *     how resource quotas work</a>
 */
public final class QuotaWithoutDefault implements ManifestCheck {

  static final Code QUOTA_WITHOUT_DEFAULT = Code.warning("spec/quota-without-default");

  /** What many containers do with. */
  private static final Map<ResourceName, Quantity> EXAMPLES =
      Map.of(
          ResourceName.CPU, Quantity.parse("500m").orThrow(),
          ResourceName.MEMORY, Quantity.parse("512Mi").orThrow());

  private static final Setting LIMIT =
      new Setting("limit", Limits.DEFAULT, List.of("default", "max"));
  private static final Setting REQUEST =
      new Setting(
          "request", Limits.DEFAULT_REQUEST, List.of("defaultRequest", "default", "max", "min"));

  /**
   * What a container may set, and what sets it otherwise.
   *
   * @param field of the spec's limit range
   * @param fields of a LimitRange any of which does, as the API server completes it
   */
  private record Setting(String what, String field, List<String> fields) {}

  @Override
  public void check(ResolvedCluster cluster, List<Manifest> written, DiagnosticSink sink) {
    WrittenLimits others = WrittenLimits.of(written);
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      Limits limits = Limits.of(namespace, cluster.origins());
      NamespaceCheck check = new NamespaceCheck(namespace, others, cluster.origins(), sink);
      namespace
          .quota()
          .forEach(
              (name, most) -> {
                name.limited()
                    .ifPresent(r -> check.entry(name, r, LIMIT, limits.limits().keySet()));
                name.requested()
                    .ifPresent(r -> check.entry(name, r, REQUEST, limits.requests().keySet()));
              });
    }
  }

  private record NamespaceCheck(
      ClusterNamespace namespace, WrittenLimits others, Origins origins, DiagnosticSink sink) {

    /**
     * @param name of the quota's entry
     * @param given the resources of which the spec's limit range gives containers some
     */
    void entry(ResourceName name, ResourceName resource, Setting setting, Set<ResourceName> given) {
      Quantity most = Objects.requireNonNull(namespace.quota().get(name));
      // Nothing at all is a way to close a namespace.
      boolean asks = EXAMPLES.containsKey(resource) && !most.isZero();
      if (asks
          && !given.contains(resource)
          && !others.give(resource, namespace.name().toString(), setting.fields)) {
        sink.report(refused(name, most, resource, setting));
      }
    }

    private Diagnostic refused(
        ResourceName name, Quantity most, ResourceName resource, Setting setting) {
      return origins
          .ofEntry(namespace, ClusterNamespace::quota, name)
          .finding(
              QUOTA_WITHOUT_DEFAULT,
              "with the quota %s, pods whose containers set no %s %s are refused"
                  .formatted(name, resource, setting.what))
          .withHelp(
              "add limitRange.%s with %s: %s, or what most containers need"
                  .formatted(setting.field, resource, example(resource, most)));
    }

    /** Not more than the quota itself. */
    private static Quantity example(ResourceName resource, Quantity most) {
      Quantity usual = Objects.requireNonNull(EXAMPLES.get(resource));
      return usual.compareTo(most) > 0 ? most : usual;
    }
  }
}
