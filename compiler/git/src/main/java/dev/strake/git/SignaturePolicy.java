package dev.strake.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whose signature is asked for.
 *
 * @param commit whether the commit itself must be signed
 * @param tag whether the annotated tag that leads to it must be
 * @param allowedSigners SSH keys, in the format of {@code ssh-keygen}'s ALLOWED SIGNERS
 * @param keyring OpenPGP certificates, armored or not; nothing of the machine's own keyring counts
 * @param principals who of them may sign; empty for all
 * @see <a href="https://man.openbsd.org/ssh-keygen.1#ALLOWED_SIGNERS">ssh-keygen: allowed
 *     signers</a>
 */
public record SignaturePolicy(
    boolean commit,
    boolean tag,
    Optional<Path> allowedSigners,
    Optional<Path> keyring,
    List<String> principals) {

  public SignaturePolicy {
    principals = List.copyOf(principals);
  }

  /** Nothing need be signed. */
  public static SignaturePolicy none() {
    return new SignaturePolicy(false, false, Optional.empty(), Optional.empty(), List.of());
  }
}
