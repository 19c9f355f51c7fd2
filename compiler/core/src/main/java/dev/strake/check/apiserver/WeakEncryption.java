package dev.strake.check.apiserver;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer.Encryption;

/**
 * Ciphers that Kubernetes itself advises against: aescbc is open to padding oracles, aesgcm breaks
 * unless its key is replaced every 200,000 writes.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#providers">Kubernetes:
 *     providers of encryption at rest</a>
 */
final class WeakEncryption implements SpecCheck {

  static final Code WEAK_ENCRYPTION = Code.warning("spec/weak-encryption");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Encryption encryption = cluster.spec().spec().controlPlane().apiServer().encryption();
    if (encryption == null || encryption.provider() == Encryption.Provider.secretbox) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(encryption, Encryption::provider)
            .finding(
                WEAK_ENCRYPTION,
                encryption.provider() == Encryption.Provider.aescbc
                    ? "aescbc is weak: it can be read by padding oracle attacks"
                    : "aesgcm is safe for 200,000 writes, and then its key must have been replaced")
            .withHelp("write provider: secretbox"));
  }
}
