package dev.strake.component;

import dev.strake.value.DnsSubdomain;
import dev.strake.value.Quoted;
import java.util.Optional;

/**
 * Names that a certificate is also for.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateCertSANs
 *     in kubeadm</a>
 */
public final class CertificateNames {

  private CertificateNames() {}

  /** What is wrong with a name: it must be an address or a DNS name, which may begin with "*.". */
  public static Optional<Problem> check(String text) {
    String name = text.startsWith("*.") ? text.substring(2) : text;
    boolean fine =
        DnsSubdomain.parse(name).match(ok -> true, bad -> false)
            || LenientAddresses.address(text).isPresent();
    return fine
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "is %s, which is neither an address nor a DNS name".formatted(Quoted.of(text)),
                "write a name in lower case without a port, *.example.org, or an address"));
  }
}
