package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.check.quota.Limits.Limit;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.value.ResourceName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A limit range that the API server refuses: a default request above the default limit, or a
 * default above the maximum. Of devices and huge pages, what is asked for is the limit.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateLimitRange</a>
 */
final class LimitRangeOrder implements SpecCheck {

  static final Code LIMIT_RANGE_ORDER = Code.error("spec/limit-range-order");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      Limits limits = Limits.of(namespace, cluster.origins());
      compareAll(limits.limits(), limits.most(), sink);
      compareAll(limits.requests(), limits.limits(), sink);
      limits.requests().forEach((resource, request) -> overBoth(resource, request, limits, sink));
    }
  }

  /** A default request that only the default allows, which is over the maximum itself. */
  private static void overBoth(
      ResourceName resource, Limit request, Limits limits, DiagnosticSink sink) {
    Limit limit = limits.limits().get(resource);
    Limit most = limits.most().get(resource);
    boolean allowed = limit == null || !request.exceeds(limit.amount());
    boolean written = request.what().equals(Limits.DEFAULT_REQUEST);
    if (most != null && written && allowed && request.exceeds(most.amount())) {
      compare(resource, request, most, sink);
    }
  }

  private static void compareAll(
      Map<ResourceName, Limit> lower, Map<ResourceName, Limit> higher, DiagnosticSink sink) {
    lower.forEach((resource, limit) -> compare(resource, limit, higher.get(resource), sink));
  }

  private static void compare(
      ResourceName resource, Limit lower, @Nullable Limit higher, DiagnosticSink sink) {
    if (higher == null) {
      return;
    }
    if (lower.exceeds(higher.amount())) {
      String help = "write at most " + higher.amount();
      sink.report(finding(resource, lower, "is more than", higher).withHelp(help));
    } else if (!resource.isCompute()
        && lower.what().equals(Limits.DEFAULT_REQUEST)
        && higher.exceeds(lower.amount())) {
      sink.report(
          finding(resource, lower, "is not", higher).withHelp(same(resource, lower, higher)));
    }
  }

  private static Diagnostic finding(
      ResourceName resource, Limit lower, String problem, Limit higher) {
    String counted = higher.what().equals(Limits.MAX) ? "maximum" : "default limit";
    return lower
        .origin()
        .finding(
            LIMIT_RANGE_ORDER,
            "%s %s the %s of %s"
                .formatted(
                    lower.describe(lower.what(), resource), problem, counted, higher.amount()))
        .withRelated(higher.origin().range(), higher.what());
  }

  /** A maximum is the default limit only as long as none is written. */
  private static String same(ResourceName resource, Limit request, Limit limit) {
    return limit.what().equals(Limits.MAX)
        ? "write limitRange.default with %s: %s too".formatted(resource, request.amount())
        : "write %s, the same as the default limit".formatted(limit.amount());
  }
}
