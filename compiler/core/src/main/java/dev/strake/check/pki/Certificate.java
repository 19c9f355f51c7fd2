package dev.strake.check.pki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a certificate says.
 *
 * @param lastDay on which it is valid, in UTC
 * @param isAuthority whether it may sign others
 * @param key by which authorities are told apart
 */
record Certificate(LocalDate lastDay, boolean isAuthority, PublicKey key) {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  /** The first certificate of a file in PEM; empty if there is none that can be read. */
  static Optional<Certificate> read(String pem) {
    int begin = pem.indexOf(BEGIN);
    if (begin < 0) {
      return Optional.empty();
    }
    byte[] bytes = pem.substring(begin).getBytes(StandardCharsets.US_ASCII);
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      X509Certificate read =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
      LocalDate lastDay = LocalDate.ofInstant(read.getNotAfter().toInstant(), ZoneOffset.UTC);
      return Optional.of(
          new Certificate(lastDay, read.getBasicConstraints() >= 0, read.getPublicKey()));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
