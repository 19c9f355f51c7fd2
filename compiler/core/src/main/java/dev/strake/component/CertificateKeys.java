package dev.strake.component;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The key that kubeadm encrypts uploaded certificates with: 32 bytes in hexadecimal digits of
 * either case. Messages never show a key.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateCertificateKey
 *     in kubeadm</a>
 */
public final class CertificateKeys {

  private static final int DIGITS = 64;

  private CertificateKeys() {}

  /** What is wrong with a key; the empty text is none, and fine. */
  public static Optional<Problem> check(String text) {
    boolean fine =
        text.isEmpty() || (text.length() == DIGITS && text.chars().allMatch(HexFormat::isHexDigit));
    return fine
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "is not 32 bytes in hexadecimal",
                "a key has 64 hexadecimal digits; kubeadm certs certificate-key makes one"));
  }
}
