package dev.strake.generate.controlplane;

import dev.strake.generate.shell.ShellLibrary;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer.Encryption;
import dev.strake.spec.SecretRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The API server's EncryptionConfiguration, which is written on each control plane: it holds keys,
 * and the API server refuses placeholders.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/">Kubernetes:
 *     encryption at rest</a>
 */
public final class EncryptionFile {

  /** Where the keys lie on a host that got them from the repository, decrypted. */
  public static final String KEYS = "/etc/strake/secrets/encryption-keys";

  private final Encryption encryption;

  private EncryptionFile(Encryption encryption) {
    this.encryption = encryption;
  }

  /** Empty for a cluster that does not encrypt. */
  public static Optional<EncryptionFile> of(ResolvedCluster cluster) {
    return Optional.ofNullable(cluster.spec().spec().controlPlane().apiServer().encryption())
        .map(EncryptionFile::new);
  }

  /** Where the spec says the keys are. */
  public SecretRef keys() {
    return encryption.keysRef();
  }

  /** The functions that {@link #command} calls. */
  public static ShellLibrary functions() {
    return ShellLibrary.named("encryption");
  }

  /**
   * The words that write the file, {@link ControlPlanePaths#ENCRYPTION}, or fail with a message and
   * leave it as it was.
   *
   * @param keysFile on the host: a line {@code name: base64} for each key, the first of which
   *     encrypts
   */
  public List<String> command(String keysFile) {
    List<String> words = new ArrayList<>();
    words.add("render_encryption_configuration");
    words.add(encryption.provider().name());
    words.add(keysFile);
    words.add(ControlPlanePaths.ENCRYPTION);
    encryption.resources().forEach(resource -> words.add(resource.toString()));
    return List.copyOf(words);
  }
}
