package dev.strake.check.pki;

import dev.strake.check.DatedCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.value.GoDuration;
import java.time.LocalDate;

/**
 * Certificates of the repository that are not valid any more, or authorities that end before the
 * certificates that they sign today.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/tls/manual-rotation-of-ca-certificates/">Kubernetes:
 *     manual rotation of CA certificates</a>
 */
final class AuthorityExpiry implements DatedCheck {

  static final Code CERTIFICATE_EXPIRY = Code.warning("spec/certificate-expiry");

  @Override
  public void check(ResolvedCluster cluster, LocalDate asOf, DiagnosticSink sink) {
    GoDuration validity = cluster.spec().spec().pki().certificateValidityPeriod();
    for (NamedCertificate named : NamedCertificate.of(cluster)) {
      named.read().ifPresent(certificate -> judge(named, certificate, asOf, validity, sink));
    }
  }

  private static void judge(
      NamedCertificate named,
      Certificate certificate,
      LocalDate asOf,
      GoDuration validity,
      DiagnosticSink sink) {
    LocalDate lastDay = certificate.lastDay();
    if (lastDay.isBefore(asOf)) {
      sink.report(
          named
              .origin()
              .finding(
                  CERTIFICATE_EXPIRY,
                  "%s has not been valid since %s".formatted(named.what(), lastDay))
              .withSeverity(Severity.ERROR)
              .withHelp("put its successor into " + named.file().path()));
    } else if (named.isOfCluster()
        && lastDay.isBefore(asOf.plusDays(validity.toDuration().toDays()))) {
      sink.report(
          named
              .origin()
              .finding(
                  CERTIFICATE_EXPIRY,
                  "%s ends on %s, before certificates that it signs today for %s"
                      .formatted(named.what(), lastDay, validity))
              .withHelp("begin to rotate it: clients must know its successor before it signs"));
    }
  }
}
