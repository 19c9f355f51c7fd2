package dev.strake.check.apiserver;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer.Encryption;
import dev.strake.value.ResourceType;
import java.util.Set;

/**
 * Encryption in etcd of anything but Secrets.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#understanding-the-encryption-at-rest-configuration">Kubernetes:
 *     the encryption at rest configuration</a>
 */
final class UnencryptedSecrets implements SpecCheck {

  static final Code UNENCRYPTED_SECRETS = Code.warning("spec/unencrypted-secrets");

  /** Those that hold Secrets, by what an API server accepts. */
  private static final Set<String> SECRETS = Set.of("secrets", "secrets.", "*.", "*.*");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Encryption encryption = cluster.spec().spec().controlPlane().apiServer().encryption();
    if (encryption == null
        || encryption.resources().stream()
            .map(ResourceType::toString)
            .anyMatch(SECRETS::contains)) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(encryption, Encryption::resources)
            .finding(UNENCRYPTED_SECRETS, "Secrets are not among what is encrypted")
            .withHelp("add secrets"));
  }
}
