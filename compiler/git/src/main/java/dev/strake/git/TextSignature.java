package dev.strake.git;

import static dev.strake.git.SignatureVerdict.Reason.EXPIRED;
import static dev.strake.git.SignatureVerdict.Reason.INVALID;
import static dev.strake.git.SignatureVerdict.Reason.NO_KEYS;
import static dev.strake.git.SignatureVerdict.Reason.UNKNOWN_KEY;

import dev.strake.git.SignatureVerdict.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** Compares a detached signature of a text with the allowed signers of a file. */
public final class TextSignature {

  private final Path allowedSigners;
  private final String namespace;
  private final Clock clock;

  /**
   * @param allowedSigners as ssh-keygen reads them
   * @param namespace what a signature must be for
   * @param clock for keys that are valid for a time; its zone is that of dates without one
   */
  public TextSignature(Path allowedSigners, String namespace, Clock clock) {
    this.allowedSigners = allowedSigners;
    this.namespace = namespace;
    this.clock = clock;
  }

  /**
   * Whether one of them signed exactly this text, for this purpose, with a key that is good now.
   *
   * @param signature as {@code ssh-keygen -Y sign} writes it
   */
  public SignatureVerdict verify(byte[] text, String signature) {
    Optional<DetachedSignature> parsed = DetachedSignature.parse(signature);
    if (parsed.isEmpty()) {
      return refused(INVALID, "the signature is none of SSH's, or is cut short");
    }
    try {
      return verify(text, parsed.get());
    } catch (GeneralSecurityException e) {
      return refused(INVALID, "the signature cannot be read: " + e.getMessage());
    }
  }

  private SignatureVerdict verify(byte[] text, DetachedSignature signature)
      throws GeneralSecurityException {
    if (!signature.namespace().equals(namespace)) {
      return refused(
          INVALID,
          "the signature is for '%s', and not for '%s'"
              .formatted(FetchFailure.printable(signature.namespace()), namespace));
    }
    if (!signature.holds(text)) {
      return refused(INVALID, "the signature is not of this text: one of them was changed");
    }
    return allowed(signature.publicKey());
  }

  private SignatureVerdict allowed(PublicKey key) {
    String fingerprint = KeyUtils.getFingerPrint(key);
    List<AllowedSigner> signers;
    try {
      signers = AllowedSigners.of(allowedSigners, clock);
    } catch (IOException e) {
      return refused(NO_KEYS, "the file of allowed signers cannot be read: " + e.getMessage());
    }
    String written = key instanceof OpenSshCertificate ? "" : PublicKeyEntry.toString(key);
    List<AllowedSigner> same =
        signers.stream().filter(signer -> signer.key().equals(written)).toList();
    if (same.isEmpty()) {
      return refused(UNKNOWN_KEY, "the key " + fingerprint + " is " + AllowedSigners.UNKNOWN);
    }
    List<AllowedSigner> fit = same.stream().filter(signer -> signer.isFor(namespace)).toList();
    if (fit.isEmpty()) {
      return refused(
          UNKNOWN_KEY, "the key %s may not sign for '%s'".formatted(fingerprint, namespace));
    }
    return fit.stream()
        .filter(signer -> signer.isValidAt(clock.instant()))
        .findFirst()
        .<SignatureVerdict>map(
            signer -> new SignatureVerdict.Trusted(signer.principals(), fingerprint))
        .orElseGet(() -> refused(EXPIRED, "the key %s is not valid now".formatted(fingerprint)));
  }

  private static SignatureVerdict refused(Reason reason, String message) {
    return new SignatureVerdict.Refused(reason, message);
  }
}
