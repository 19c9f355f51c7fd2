package dev.strake.git;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.signing.ssh.SigningKeyDatabase;
import org.eclipse.jgit.signing.ssh.VerificationException;
import org.jspecify.annotations.Nullable;

/**
 * The keys that may sign, as a file of allowed signers says.
 *
 * <p>JGit's own reading stops at a comma between options, which is how OpenSSH separates them. And
 * JGit, like Git, compares a key's validity with the commit's own date only, which whoever holds an
 * expired key writes as it suits them: here a key must be good at that date and now.
 */
final class AllowedSigners implements SigningKeyDatabase {

  /** What is said of a key that no line, or none for this use, names. */
  static final String UNKNOWN = "not among the allowed signers";

  private static final long LARGEST = 4L << 20;

  private final Clock clock;

  private AllowedSigners(Clock clock) {
    this.clock = clock;
  }

  /** Once for the whole JVM: JGit has one database. */
  static synchronized void install() {
    if (!(SigningKeyDatabase.getInstance() instanceof AllowedSigners)) {
      SigningKeyDatabase.setInstance(new AllowedSigners(here()));
    }
  }

  /** Dates without a zone are the machine's, as OpenSSH has it. */
  private static Clock here() {
    return Clock.system(ZoneId.systemDefault());
  }

  /** Never: a key that is revoked is taken out of the file. */
  @Override
  public boolean isRevoked(Repository repository, GpgConfig config, PublicKey key) {
    return false;
  }

  @Override
  public @Nullable String isAllowed(
      Repository repository, GpgConfig config, PublicKey key, String namespace, PersonIdent who)
      throws IOException, VerificationException {
    if (key instanceof OpenSshCertificate) {
      throw new VerificationException(false, UNKNOWN);
    }
    String wanted = PublicKeyEntry.toString(key);
    Instant then = who.getWhenAsInstant();
    Instant now = clock.instant();
    boolean known = false;
    for (AllowedSigner signer : read(Path.of(config.getSshAllowedSignersFile()))) {
      if (signer.key().equals(wanted) && signer.isFor(namespace)) {
        known = true;
        if (signer.isValidAt(then) && signer.isValidAt(now)) {
          return signer.principals();
        }
      }
    }
    throw known
        ? new VerificationException(true, "not valid now, or not when it signed")
        : new VerificationException(false, UNKNOWN);
  }

  private List<AllowedSigner> read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " has more than " + LARGEST + " bytes");
    }
    List<AllowedSigner> signers = new ArrayList<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          signers.add(AllowedSigner.parse(line, clock.getZone()));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("line " + number + " of " + file + ": " + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8", e);
    }
    return signers;
  }

  /**
   * The lines of a file.
   *
   * @param clock whose zone dates without one are of
   * @throws IOException that says what is wrong
   */
  static List<AllowedSigner> of(Path file, Clock clock) throws IOException {
    return new AllowedSigners(clock).read(file);
  }

  /**
   * Reads a file for its mistakes: JGit would swallow them.
   *
   * @throws IOException that says what is wrong
   */
  static void check(Path file) throws IOException {
    new AllowedSigners(here()).read(file);
  }
}
