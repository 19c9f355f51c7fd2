package dev.strake.git;

import static dev.strake.git.SignatureVerdict.Reason.EXPIRED;
import static dev.strake.git.SignatureVerdict.Reason.INVALID;
import static dev.strake.git.SignatureVerdict.Reason.NO_KEYS;
import static dev.strake.git.SignatureVerdict.Reason.UNKNOWN_KEY;
import static dev.strake.git.SignatureVerdict.Reason.WRONG_PRINCIPAL;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.SignatureVerifier;
import org.eclipse.jgit.lib.SignatureVerifier.SignatureVerification;
import org.eclipse.jgit.lib.SignatureVerifiers;

/** Compares a signature of {@code ssh-keygen -Y sign} with the allowed signers of one file. */
final class SshSignature {

  private SshSignature() {}

  static SignatureVerdict verify(
      Repository repository,
      SignedObject signed,
      Optional<Path> allowedSigners,
      List<String> principals) {
    if (allowedSigners.isEmpty()) {
      return new SignatureVerdict.Refused(
          NO_KEYS, "it is signed with an SSH key, and there is no file of allowed signers");
    }
    Path file = allowedSigners.get().toAbsolutePath();
    try {
      AllowedSigners.check(file);
    } catch (IOException e) {
      return new SignatureVerdict.Refused(
          NO_KEYS, "the file of allowed signers cannot be read: " + e.getMessage());
    }
    AllowedSigners.install();
    Config config = new Config();
    config.setString("gpg", null, "format", "ssh");
    config.setString("gpg", "ssh", "allowedSignersFile", file.toString());
    SignatureVerifier verifier = SignatureVerifiers.get(GpgConfig.GpgFormat.SSH);
    try {
      return verdict(
          verifier.verify(repository, new GpgConfig(config), signed.payload(), signed.signature()),
          principals);
    } catch (IOException | RuntimeException e) {
      return new SignatureVerdict.Refused(
          INVALID, "the signature cannot be compared with the allowed signers");
    }
  }

  private static SignatureVerdict verdict(SignatureVerification found, List<String> principals) {
    String key = found.keyFingerprint() == null ? "" : found.keyFingerprint();
    String message = found.message() == null ? "" : FetchFailure.printable(found.message());
    if (found.expired()) {
      return new SignatureVerdict.Refused(EXPIRED, "the key " + key + " is not valid: " + message);
    }
    if (message.equals(AllowedSigners.UNKNOWN)) {
      return new SignatureVerdict.Refused(UNKNOWN_KEY, "the key " + key + " is " + message);
    }
    if (!found.verified()) {
      return new SignatureVerdict.Refused(
          INVALID, "the signature does not hold" + (message.isEmpty() ? "" : ": " + message));
    }
    String user = found.keyUser() == null ? "" : found.keyUser();
    if (user.isEmpty() || found.trustLevel().compareTo(SignatureVerifier.TrustLevel.MARGINAL) < 0) {
      return new SignatureVerdict.Refused(
          UNKNOWN_KEY, "the key " + key + " is " + AllowedSigners.UNKNOWN);
    }
    boolean allowed =
        principals.isEmpty() || Arrays.stream(user.split(",")).anyMatch(principals::contains);
    return allowed
        ? new SignatureVerdict.Trusted(user, key)
        : new SignatureVerdict.Refused(
            WRONG_PRINCIPAL, "it is signed by " + user + ", who is none of those who may");
  }
}
