package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.check.quota.Limits.Limit;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit range that does not fit into the namespace's quota. If its default does not, every pod
 * without numbers of its own is refused; if its maximum does not, a container that is allowed it
 * never starts, which is a warning.
 */
final class LimitOverQuota implements SpecCheck {

  static final Code LIMIT_OVER_QUOTA = Code.error("spec/limit-over-quota");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      Limits limits = Limits.of(namespace, cluster.origins());
      namespace
          .quota()
          .forEach(
              (name, most) ->
                  new Quota(namespace, limits, name, most, cluster.origins()).check(sink));
    }
  }

  /**
   * One entry of a namespace's quota, and what its containers get.
   *
   * @param name of the entry: {@code limits.cpu}
   */
  private record Quota(
      ClusterNamespace namespace,
      Limits limits,
      ResourceName name,
      Quantity most,
      Origins origins) {

    void check(DiagnosticSink sink) {
      // Nothing at all is a way to close a namespace.
      if (!most.isZero()) {
        name.limited().flatMap(this::limit).ifPresent(sink::report);
        name.requested().flatMap(this::request).ifPresent(sink::report);
      }
    }

    /** If the default is too much already, so is the maximum, and it is said. */
    private Optional<Diagnostic> limit(ResourceName resource) {
      return tooMuch(
              resource,
              limits.limits().get(resource),
              Limits.DEFAULT,
              "pods that set no limit are refused")
          .or(
              () ->
                  tooMuch(
                          resource,
                          limits.most().get(resource),
                          Limits.MAX,
                          "a container with that limit is refused")
                      .map(finding -> finding.withSeverity(Severity.WARNING)));
    }

    private Optional<Diagnostic> request(ResourceName resource) {
      return tooMuch(
          resource,
          limits.requests().get(resource),
          Limits.DEFAULT_REQUEST,
          "pods that set no request are refused");
    }

    /**
     * @param as the field that the limit counts for
     */
    private Optional<Diagnostic> tooMuch(
        ResourceName resource, @Nullable Limit limit, String as, String consequence) {
      return Optional.ofNullable(limit)
          .filter(given -> given.exceeds(most))
          .map(given -> finding(resource, given, as, consequence));
    }

    private Diagnostic finding(ResourceName resource, Limit limit, String as, String consequence) {
      return limit
          .origin()
          .finding(
              LIMIT_OVER_QUOTA,
              "%s is more than the namespace's %s of %s: %s"
                  .formatted(limit.describe(as, resource), name, most, consequence))
          .withRelated(
              origins.ofEntry(namespace, ClusterNamespace::quota, name).range(), "the quota")
          .withHelp("%s, or raise %s".formatted(limit.lower(as, resource, most), name));
    }
  }
}
