package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ApiServer.AnonymousAuth;
import dev.strake.spec.ControlPlane;
import dev.strake.spec.Etcd;
import dev.strake.spec.ExtraArgument;
import java.util.List;

/**
 * A flag among {@code extraArgs} that the rest of the spec decides. One of the two values would
 * lose without a word: kubeadm lets an extra flag replace its own, and what else is computed from
 * the spec would not know.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/control-plane-flags/">kubeadm:
 *     customizing components</a>
 */
final class ManagedArgument implements SpecCheck {

  static final Code MANAGED_ARGUMENT = Code.error("spec/managed-argument");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ControlPlane controlPlane = cluster.spec().spec().controlPlane();
    check("kube-apiserver", controlPlane.apiServer().extraArgs(), cluster, sink);
    check("kube-controller-manager", controlPlane.controllerManager().extraArgs(), cluster, sink);
    Etcd.Local etcd = controlPlane.etcd().local();
    if (etcd != null) {
      check("etcd", etcd.extraArgs(), cluster, sink);
    }
  }

  private static void check(
      String component, List<ExtraArgument> written, ResolvedCluster cluster, DiagnosticSink sink) {
    ApiServer server = cluster.spec().spec().controlPlane().apiServer();
    for (ExtraArgument argument : written) {
      ManagedFlag.all().stream()
          .filter(flag -> flag.component().equals(component))
          .filter(flag -> flag.flag().equals(argument.name().text()))
          .filter(flag -> isThere(flag.section(), server))
          .findFirst()
          .ifPresent(flag -> report(flag, argument, cluster, sink));
    }
  }

  private static boolean isThere(ManagedFlag.Section section, ApiServer server) {
    return switch (section) {
      case always -> true;
      case anonymousAuth -> server.anonymousAuth() == AnonymousAuth.HealthEndpointsOnly;
      case encryption -> server.encryption() != null;
      case podSecurity -> server.podSecurity() != null;
    };
  }

  private static void report(
      ManagedFlag flag, ExtraArgument argument, ResolvedCluster cluster, DiagnosticSink sink) {
    sink.report(
        cluster
            .origins()
            .of(argument, ExtraArgument::name)
            .finding(
                MANAGED_ARGUMENT,
                "the spec decides --%s of %s elsewhere".formatted(flag.flag(), flag.component()))
            .withHelp(
                "remove it here, and write "
                    + flag.instead().replace("{value}", argument.value())));
  }
}
