package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.check.quota.Limits.Limit;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.value.ResourceName;
import java.util.Map;
import java.util.Set;
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

  private static final Set<ResourceName> OVERCOMMITTED =
      Set.of(ResourceName.CPU, ResourceName.MEMORY, ResourceName.EPHEMERAL_STORAGE);

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      Limits limits = Limits.of(namespace, cluster.origins());
      compareAll(limits.limits(), limits.most(), sink);
      compareAll(limits.requests(), limits.limits(), sink);
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
      report(resource, lower, "is more than", higher, "at most", sink);
    } else if (!OVERCOMMITTED.contains(resource)
        && lower.what().equals("defaultRequest")
        && higher.exceeds(lower.amount())) {
      report(resource, lower, "is not", higher, "exactly", sink);
    }
  }

  private static void report(
      ResourceName resource,
      Limit lower,
      String problem,
      Limit higher,
      String allowed,
      DiagnosticSink sink) {
    sink.report(
        lower
            .origin()
            .finding(
                LIMIT_RANGE_ORDER,
                "%s %s of %s %s the %s of %s"
                    .formatted(
                        lower.what(),
                        lower.amount(),
                        resource,
                        problem,
                        higher.what(),
                        higher.amount()))
            .withRelated(higher.origin().range(), higher.what())
            .withHelp("write %s %s".formatted(allowed, higher.amount())));
  }
}
