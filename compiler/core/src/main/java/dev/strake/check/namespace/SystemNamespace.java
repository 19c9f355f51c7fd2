package dev.strake.check.namespace;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Level;
import dev.strake.spec.ClusterNamespace.PodSecurity;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;

/**
 * Guard rails around kube-system that shut the cluster's own components out: cluster DNS that
 * nobody reaches, kube-proxy and the pod network that are refused as privileged. Quotas and limits
 * are a warning: they stop components when they are restarted, not before.
 */
final class SystemNamespace implements SpecCheck {

  static final Code SYSTEM_NAMESPACE = Code.error("spec/system-namespace");

  private static final String NAME = "kube-system";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      if (namespace.name().toString().equals(NAME)) {
        check(namespace, cluster.origins(), sink);
      }
    }
  }

  private static void check(ClusterNamespace namespace, Origins origins, DiagnosticSink sink) {
    if (!Boolean.FALSE.equals(namespace.defaultDeny())) {
      report(
          origins.of(namespace, ClusterNamespace::defaultDeny),
          "defaultDeny cuts cluster DNS in kube-system off from all pods",
          "write defaultDeny: false",
          Severity.ERROR,
          sink);
    }
    PodSecurity security = namespace.podSecurity();
    if (security != null && security.enforce() != null && security.enforce() != Level.privileged) {
      report(
          origins.of(security, PodSecurity::enforce),
          "kube-proxy and the pod network are privileged, and %s refuses them"
              .formatted(security.enforce()),
          "write enforce: privileged; audit and warn may be stricter",
          Severity.ERROR,
          sink);
    }
    if (!namespace.quota().isEmpty()) {
      report(
          origins.of(namespace, ClusterNamespace::quota),
          "a quota on kube-system keeps components out when they are replaced",
          "leave the quota out",
          Severity.WARNING,
          sink);
    }
    if (namespace.limitRange() != null) {
      report(
          origins.of(namespace, ClusterNamespace::limitRange),
          "a limit range gives components in kube-system limits that they were not made for",
          "leave the limit range out",
          Severity.WARNING,
          sink);
    }
  }

  private static void report(
      Origin origin, String message, String help, Severity severity, DiagnosticSink sink) {
    sink.report(origin.finding(SYSTEM_NAMESPACE, message).withSeverity(severity).withHelp(help));
  }
}
