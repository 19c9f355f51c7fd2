package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterKubelet;

/**
 * Kubelets that do not renew their client certificates: a year after a node joined, it is gone.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/tls/certificate-rotation/">Kubernetes: certificate
 *     rotation for the kubelet</a>
 */
final class ClientCertificates implements SpecCheck {

  static final Code NO_CERTIFICATE_ROTATION = Code.warning("spec/no-certificate-rotation");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterKubelet kubelet = cluster.spec().spec().kubelet();
    if (!kubelet.rotateCertificates()) {
      sink.report(
          cluster
              .origins()
              .of(kubelet, ClusterKubelet::rotateCertificates)
              .finding(
                  NO_CERTIFICATE_ROTATION,
                  "every node drops out when its certificate ends, a year after it joined")
              .withHelp("write rotateCertificates: true, or leave it out"));
    }
  }
}
