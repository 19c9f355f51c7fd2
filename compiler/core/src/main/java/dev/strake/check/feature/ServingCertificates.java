package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterKubelet;
import dev.strake.spec.ClusterSpec;

/**
 * Kubelets that ask for serving certificates, and nobody who approves them. Kubernetes itself never
 * does; until somebody has, logs, exec and metrics of every node fail.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/#kubelet-serving-certs">Kubernetes:
 *     kubelet serving certificates</a>
 */
final class ServingCertificates implements SpecCheck {

  static final Code UNAPPROVED_CERTIFICATES = Code.error("spec/unapproved-certificates");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    boolean approved =
        spec.addons().kubeletCSRApprover().enabled()
            || VendoredSoftware.has(
                cluster, "kubelet-csr-approver", "kubelet-serving-cert-approver");
    if (spec.kubelet().serverTLSBootstrap() && !approved) {
      sink.report(
          cluster
              .origins()
              .of(spec.kubelet(), ClusterKubelet::serverTLSBootstrap)
              .finding(
                  UNAPPROVED_CERTIFICATES,
                  "kubelets ask for serving certificates, and nobody approves them")
              .withHelp(
                  "write addons.kubeletCSRApprover: {enabled: true}, or serverTLSBootstrap:"
                      + " false"));
    }
  }
}
