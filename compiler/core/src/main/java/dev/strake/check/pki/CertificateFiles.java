package dev.strake.check.pki;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that are named as certificates and hold something else: a private key, which Git then shows
 * to everybody, or nothing that an API server could read. No message repeats what is in them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468: textual encodings of certificates
 *     and keys</a>
 */
final class CertificateFiles implements SpecCheck {

  static final Code PRIVATE_KEY = Code.error("spec/private-key");
  static final Code NOT_A_CERTIFICATE = Code.error("spec/not-a-certificate");

  private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (NamedCertificate named : NamedCertificate.of(cluster)) {
      if (KEY.matcher(named.file().text()).find()) {
        sink.report(
            named
                .origin()
                .finding(PRIVATE_KEY, named.file().path() + " holds a private key")
                .withHelp(
                    "leave the certificate alone in it, and replace the key: Git keeps what was"
                        + " ever committed"));
      } else {
        problem(named)
            .ifPresent(
                problem ->
                    sink.report(
                        named
                            .origin()
                            .finding(
                                NOT_A_CERTIFICATE,
                                "%s: %s %s".formatted(named.what(), named.file().path(), problem))
                            .withHelp(
                                "put a certificate in PEM there: openssl x509 -noout -text -in"
                                    + " FILE must show it")));
      }
    }
  }

  private static Optional<String> problem(NamedCertificate named) {
    Optional<Certificate> read = named.read();
    if (read.isEmpty()) {
      return Optional.of("holds no certificate in PEM that can be read");
    }
    return read.filter(certificate -> named.isAuthority() && !certificate.isAuthority())
        .map(certificate -> "holds a certificate that may not sign others (CA:FALSE)");
  }
}
