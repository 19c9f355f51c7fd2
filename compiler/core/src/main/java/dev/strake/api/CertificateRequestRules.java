package dev.strake.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests of certificates.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/certificates/validation/validation.go">validateCertificateSigningRequest
 *     in validation.go</a>
 */
final class CertificateRequestRules implements ObjectRules {

  private static final Pattern PEM =
      Pattern.compile(
          "(?s).*-----BEGIN CERTIFICATE REQUEST-----.*-----END CERTIFICATE REQUEST-----.*");
  private static final Pattern SIGNER =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final String LEGACY_SIGNER = "kubernetes.io/legacy-unknown";
  private static final long SHORTEST_SECONDS = 600;
  private static final int LONGEST_SIGNER = 571;
  private static final List<String> USAGES =
      List.of(
          "any",
          "cert sign",
          "client auth",
          "code signing",
          "content commitment",
          "crl sign",
          "data encipherment",
          "decipher only",
          "digital signature",
          "email protection",
          "encipher only",
          "ipsec end system",
          "ipsec tunnel",
          "ipsec user",
          "key agreement",
          "key encipherment",
          "microsoft sgc",
          "netscape sgc",
          "ocsp signing",
          "s/mime",
          "server auth",
          "signing",
          "timestamping");

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    if (spec.isSet() && !spec.isMapping()) {
      return;
    }
    checkRequest(spec.field("request"));
    checkUsages(spec.field("usages"));
    Cursor signer = spec.field("signerName");
    Check.requiredShape(signer, CertificateRequestRules::signerProblem);
    if (signer.is(LEGACY_SIGNER)) {
      signer.forbidden("in this version");
    }
    Check.range(spec.field("expirationSeconds"), SHORTEST_SECONDS, Long.MAX_VALUE);
  }

  /** ParseCSR, as far as can be told without its key. */
  private static void checkRequest(Cursor request) {
    Base64Text.check(request);
    boolean pem =
        Base64Text.decode(request.text())
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .map(text -> PEM.matcher(text).matches())
            .orElse(true);
    if (!request.isSet()) {
      request.missing();
    } else if (request.isText() && !pem) {
      request.report(
          ApiCode.INVALID_VALUE, request.path() + " is not a certificate request in PEM");
    }
  }

  private static void checkUsages(Cursor usages) {
    if (usages.isEmpty()) {
      usages.missing();
    }
    Seen seen = new Seen();
    for (Cursor usage : usages.items()) {
      Check.requiredOneOf(usage, USAGES);
      seen.add(usage, usage.text(), "the usage " + usage.text());
    }
  }

  /** ValidateSignerName: a domain of at least two parts, and a path of one or more names. */
  private static @Nullable String signerProblem(String text) {
    String[] parts = text.split("/", -1);
    boolean ok =
        parts.length == 2
            && Texts.bytes(text) <= LONGEST_SIGNER
            && parts[0].contains(".")
            && Texts.subdomainProblem(parts[0]) == null
            && SIGNER.matcher(parts[1]).matches();
    return ok ? null : "a signer's name: a domain and a name, example.org/signer";
  }
}
