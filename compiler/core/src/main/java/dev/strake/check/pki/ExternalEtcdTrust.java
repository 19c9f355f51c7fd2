package dev.strake.check.pki;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Etcd;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;

/**
 * An external etcd to which API servers show no certificate, or one without its key or authority.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">kubeadm:
 *     ValidateEtcd</a>
 */
final class ExternalEtcdTrust implements SpecCheck {

  static final Code EXTERNAL_ETCD_TRUST = Code.error("spec/external-etcd-trust");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Etcd.External etcd = cluster.spec().spec().controlPlane().etcd().external();
    if (etcd == null) {
      return;
    }
    Origins origins = cluster.origins();
    boolean certificate = etcd.clientCertificate() != null;
    boolean key = etcd.clientKeyRef() != null;
    if (certificate && !key) {
      Origin place = origins.of(etcd, Etcd.External::clientCertificate);
      report(
          place,
          "the client certificate has no key",
          "write clientKeyRef: {provider: sops-age, path: secrets/etcd-client.enc.yaml}",
          sink);
    } else if (key && !certificate) {
      Origin place = origins.of(etcd, Etcd.External::clientKeyRef);
      report(
          place,
          "the client key has no certificate",
          "write clientCertificate: pki/apiserver-etcd-client.crt",
          sink);
    } else if (certificate && etcd.caCertificate() == null) {
      Origin place = origins.of(etcd, Etcd.External::clientCertificate);
      report(
          place,
          "the client certificate comes without etcd's authority, and kubeadm refuses that",
          "write caCertificate: pki/etcd-ca.crt",
          sink);
    } else if (!certificate) {
      sink.report(
          origins
              .of(etcd)
              .finding(
                  EXTERNAL_ETCD_TRUST,
                  "etcd is asked without a client certificate: whoever reaches it reads every"
                      + " Secret")
              .withSeverity(Severity.WARNING)
              .withHelp("write caCertificate, clientCertificate and clientKeyRef"));
    }
  }

  private static void report(Origin place, String message, String help, DiagnosticSink sink) {
    sink.report(place.finding(EXTERNAL_ETCD_TRUST, message).withHelp(help));
  }
}
