package dev.strake.check.pki;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origin;
import dev.strake.spec.Pki;
import dev.strake.value.GoDuration;
import java.time.Duration;

/**
 * Certificates that end before anybody has renewed them, or that whoever stole a key can use for
 * years. kubeadm renews them with each upgrade, and otherwise when somebody asks it to.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/#automatic-certificate-renewal">Kubernetes:
 *     automatic certificate renewal</a>
 */
final class CertificateLifetime implements SpecCheck {

  static final Code CERTIFICATE_LIFETIME = Code.warning("spec/certificate-lifetime");

  private static final Duration SHORTEST = Duration.ofDays(30);

  /** Kubernetes supports a release for 14 months: an upgrade comes earlier, and renews. */
  private static final Duration LONGEST = Duration.ofDays(2 * 365);

  private static final String HELP = "write certificateValidityPeriod: 8760h, a year";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Pki pki = cluster.spec().spec().pki();
    GoDuration certificates = pki.certificateValidityPeriod();
    Origin place = cluster.origins().of(pki, Pki::certificateValidityPeriod);
    Duration length = certificates.toDuration();
    if (length.isNegative() || length.isZero()) {
      sink.report(
          place
              .finding(CERTIFICATE_LIFETIME, "certificates would never be valid")
              .withSeverity(Severity.ERROR)
              .withHelp(HELP));
    } else if (length.compareTo(SHORTEST) < 0) {
      sink.report(
          place
              .finding(
                  CERTIFICATE_LIFETIME,
                  "certificates end after %s, and nobody renews them that often"
                      .formatted(certificates))
              .withHelp(HELP));
    } else if (length.compareTo(LONGEST) > 0) {
      sink.report(
          place
              .finding(
                  CERTIFICATE_LIFETIME,
                  "certificates are valid for %s years: a stolen key is good as long, and"
                          .formatted(length.toDays() / 365)
                      + " nobody practises renewal")
              .withHelp(HELP));
    }
  }
}
