package dev.strake.git;

import static dev.strake.git.SignatureVerdict.Reason.EXPIRED;
import static dev.strake.git.SignatureVerdict.Reason.INVALID;
import static dev.strake.git.SignatureVerdict.Reason.NO_KEYS;
import static dev.strake.git.SignatureVerdict.Reason.UNKNOWN_KEY;
import static dev.strake.git.SignatureVerdict.Reason.WRONG_PRINCIPAL;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPDetachedSignatureProcessor;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;
import org.bouncycastle.openpgp.api.OpenPGPSignature.OpenPGPDocumentSignature;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/**
 * Compares a signature of {@code gpg --detach-sign} with the certificates of one file. A key must
 * be good now and when it signed, bound to its certificate, neither expired nor revoked.
 */
final class PgpSignature {

  private static final long LARGEST_KEYRING = 16L << 20;

  private PgpSignature() {}

  static SignatureVerdict verify(
      SignedObject signed, Optional<Path> keyring, List<String> principals, Date now) {
    if (keyring.isEmpty()) {
      return new SignatureVerdict.Refused(
          NO_KEYS, "it is signed with an OpenPGP key, and there is no keyring");
    }
    List<OpenPGPCertificate> certificates;
    try {
      certificates = certificates(keyring.get());
    } catch (IOException | RuntimeException e) {
      return new SignatureVerdict.Refused(
          NO_KEYS, "the keyring " + keyring.get() + " cannot be read as one");
    }
    try {
      return verify(signed, certificates, principals, now);
    } catch (IOException | PGPException | RuntimeException e) {
      return new SignatureVerdict.Refused(INVALID, "the signature cannot be read");
    }
  }

  private static List<OpenPGPCertificate> certificates(Path keyring) throws IOException {
    if (Files.size(keyring) > LARGEST_KEYRING) {
      throw new IOException("more than " + LARGEST_KEYRING + " bytes");
    }
    List<OpenPGPCertificate> certificates =
        new OpenPGPKeyReader().parseCertificates(Files.readAllBytes(keyring));
    if (certificates.isEmpty()) {
      throw new IOException("no certificates");
    }
    return certificates;
  }

  private static SignatureVerdict verify(
      SignedObject signed, List<OpenPGPCertificate> certificates, List<String> principals, Date now)
      throws IOException, PGPException {
    PGPSignature signature = only(signed.signature());
    String key = HexFormat.of().withUpperCase().toHexDigits(signature.getKeyID());
    OpenPGPDetachedSignatureProcessor processor = new OpenPGPDetachedSignatureProcessor();
    certificates.forEach(processor::addVerificationCertificate);
    processor.addSignature(signature);
    List<OpenPGPDocumentSignature> found =
        processor.process(new ByteArrayInputStream(signed.payload()));
    if (found.isEmpty() || found.get(0).getIssuer() == null) {
      return new SignatureVerdict.Refused(UNKNOWN_KEY, "the key " + key + " is not in the keyring");
    }
    OpenPGPDocumentSignature document = found.get(0);
    if (!document.isTestedCorrect()) {
      return new SignatureVerdict.Refused(INVALID, "the signature does not hold");
    }
    if (!document.isValid() || !isGood(document, now)) {
      return new SignatureVerdict.Refused(
          EXPIRED, "the key " + key + " is expired or revoked, or was not valid when it signed");
    }
    return byWhom(document, key, principals, now);
  }

  private static PGPSignature only(byte[] armored) throws IOException, PGPException {
    try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(armored))) {
      if (new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList list
          && list.size() == 1) {
        return list.get(0);
      }
      throw new PGPException("not one signature");
    }
  }

  private static boolean isGood(OpenPGPDocumentSignature document, Date now) {
    OpenPGPCertificate certificate = document.getIssuerCertificate();
    return certificate.getPrimaryKey().isBoundAt(now)
        && document.getIssuer().isBoundAt(now)
        && document.getIssuer().isSigningKey(now);
  }

  private static SignatureVerdict byWhom(
      OpenPGPDocumentSignature document, String key, List<String> principals, Date now) {
    List<String> users =
        document.getIssuerCertificate().getValidUserIds(now).stream()
            .map(user -> user.getUserId())
            .toList();
    String names = FetchFailure.printable(String.join(", ", users));
    boolean allowed =
        principals.isEmpty() || users.stream().anyMatch(user -> principals.contains(address(user)));
    return allowed
        ? new SignatureVerdict.Trusted(names, key)
        : new SignatureVerdict.Refused(
            WRONG_PRINCIPAL, "it is signed by " + names + ", who is none of those who may");
  }

  /** Of {@code Ada <ada@example.net>}, what is in the brackets. */
  private static String address(String user) {
    int open = user.lastIndexOf('<');
    boolean bracketed = open >= 0 && user.endsWith(">");
    String address = bracketed ? user.substring(open + 1, user.length() - 1) : user;
    return address.toLowerCase(Locale.ROOT);
  }
}
