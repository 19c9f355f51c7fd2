package dev.strake.check.pki;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Pki;

/**
 * Certificates that would be valid longer than the authority that signs them. Nobody believes in
 * them after its end, whatever is written in them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-6.1.3">RFC 5280: path validation</a>
 */
final class OutlivedAuthority implements SpecCheck {

  static final Code OUTLIVED_AUTHORITY = Code.error("spec/outlived-authority");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Pki pki = cluster.spec().spec().pki();
    if (pki.certificateValidityPeriod().compareTo(pki.caCertificateValidityPeriod()) <= 0) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(pki, Pki::certificateValidityPeriod)
            .finding(
                OUTLIVED_AUTHORITY,
                "certificates would be valid for %s, and their authority for %s"
                    .formatted(pki.certificateValidityPeriod(), pki.caCertificateValidityPeriod()))
            .withRelated(
                cluster.origins().of(pki, Pki::caCertificateValidityPeriod).range(),
                "the authority")
            .withHelp(
                "write certificateValidityPeriod: 8760h, a year, and a"
                    + " caCertificateValidityPeriod of several"));
  }
}
