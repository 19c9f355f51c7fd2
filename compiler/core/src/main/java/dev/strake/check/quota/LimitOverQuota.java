package dev.strake.check.quota;

import dev.strake.check.SpecCheck;
import dev.strake.check.quota.Limits.Limit;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Map;
import java.util.Optional;

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
      NamespaceCheck check =
          new NamespaceCheck(
              namespace, Limits.of(namespace, cluster.origins()), cluster.origins(), sink);
      namespace.quota().forEach(check::quota);
    }
  }

  private record NamespaceCheck(
      ClusterNamespace namespace, Limits limits, Origins origins, DiagnosticSink sink) {

    void quota(ResourceName name, Quantity most) {
      // Nothing at all is a way to close a namespace.
      if (most.isZero()) {
        return;
      }
      name.limited()
          .ifPresent(
              resource -> {
                boolean byDefault = compare(resource, limits.limits(), name, most, Severity.ERROR);
                if (!byDefault) {
                  compare(resource, limits.most(), name, most, Severity.WARNING);
                }
              });
      name.requested().ifPresent(r -> compare(r, limits.requests(), name, most, Severity.ERROR));
    }

    private boolean compare(
        ResourceName resource,
        Map<ResourceName, Limit> from,
        ResourceName name,
        Quantity most,
        Severity severity) {
      Optional<Limit> limit = Optional.ofNullable(from.get(resource)).filter(l -> l.exceeds(most));
      limit.ifPresent(found -> report(found, resource, name, most, severity));
      return limit.isPresent();
    }

    private void report(
        Limit limit, ResourceName resource, ResourceName name, Quantity most, Severity severity) {
      sink.report(
          limit
              .origin()
              .finding(
                  LIMIT_OVER_QUOTA,
                  "one container with the %s of %s %s exceeds the namespace's %s of %s"
                      .formatted(limit.what(), limit.amount(), resource, name, most))
              .withSeverity(severity)
              .withRelated(
                  origins.ofEntry(namespace, ClusterNamespace::quota, name).range(), "the quota")
              .withHelp("write at most %s, or raise %s".formatted(most, name)));
    }
  }
}
