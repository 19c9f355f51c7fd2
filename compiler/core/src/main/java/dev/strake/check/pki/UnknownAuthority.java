package dev.strake.check.pki;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Bootstrap;
import dev.strake.spec.LoadBalancer.HealthCheck;
import dev.strake.spec.LoadBalancer.Verify;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Pki;

/**
 * Files that shall hold the cluster's authority, which the first control plane makes only when the
 * files are long written. Only where it was asked for: a default does without.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-join/#file-or-https-based-discovery">kubeadm:
 *     file-based discovery</a>
 */
final class UnknownAuthority implements SpecCheck {

  static final Code UNKNOWN_AUTHORITY = Code.error("spec/unknown-authority");

  private static final String SUPPLY =
      "write pki.mode: PreGenerated with pki.caCertificates and pki.caKeysRef, or ";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Pki pki = cluster.spec().spec().pki();
    if (pki.mode() == Pki.Mode.PreGenerated || pki.caCertificates() != null) {
      return;
    }
    Origins origins = cluster.origins();
    Bootstrap bootstrap = cluster.spec().spec().bootstrap();
    if (cluster.nodes().size() > 1
        && bootstrap.discovery() == Bootstrap.Discovery.File
        && origins.isWritten(bootstrap, Bootstrap::discovery)) {
      report(
          cluster,
          origins.of(bootstrap, Bootstrap::discovery),
          "discovery by file needs the cluster's authority, which does not exist before the"
              + " cluster",
          "discovery: BootstrapToken",
          sink);
    }
    cluster
        .loadBalancer()
        .map(balancer -> balancer.written().healthCheck())
        .filter(health -> health.verify() == Verify.ClusterCA)
        .filter(health -> origins.isWritten(health, HealthCheck::verify))
        .ifPresent(
            health ->
                report(
                    cluster,
                    origins.of(health, HealthCheck::verify),
                    "health checks cannot verify by the cluster's authority, which does not exist"
                        + " before the cluster",
                    "verify: None",
                    sink));
  }

  private static void report(
      ResolvedCluster cluster, Origin origin, String message, String help, DiagnosticSink sink) {
    Pki pki = cluster.spec().spec().pki();
    var finding = origin.finding(UNKNOWN_AUTHORITY, message).withHelp(SUPPLY + help);
    sink.report(
        cluster.origins().isWritten(pki, Pki::mode)
            ? finding.withRelated(
                cluster.origins().of(pki, Pki::mode).range(), "kubeadm makes the authorities")
            : finding);
  }
}
