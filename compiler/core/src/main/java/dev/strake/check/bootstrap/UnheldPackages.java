package dev.strake.check.bootstrap;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Bootstrap.Packages;

/**
 * Packages of Kubernetes that the system's own updates may touch: some night all kubelets restart
 * with another release, in no order.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/install-kubeadm/#installing-kubeadm-kubelet-and-kubectl">Kubernetes:
 *     installing kubeadm, kubelet and kubectl</a>
 */
final class UnheldPackages implements SpecCheck {

  static final Code UNHELD_PACKAGES = Code.warning("spec/unheld-packages");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Packages packages = cluster.spec().spec().bootstrap().packages();
    if (!packages.hold()) {
      sink.report(
          cluster
              .origins()
              .of(packages, Packages::hold)
              .finding(
                  UNHELD_PACKAGES,
                  "the system's own updates may change kubelet, kubeadm and kubectl")
              .withHelp("write hold: true, or leave it out"));
    }
  }
}
