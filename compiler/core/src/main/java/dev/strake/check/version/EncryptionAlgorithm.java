package dev.strake.check.version;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Pki;
import dev.strake.spec.Pki.KeyAlgorithm;
import dev.strake.versions.Feature;
import dev.strake.versions.MinorVersion;

/**
 * A kind of key that kubeadm makes only from a later release on.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/pull/131677">kubernetes#131677: support
 *     for ECDSA-P384</a>
 */
final class EncryptionAlgorithm implements SpecCheck {

  static final Code ENCRYPTION_ALGORITHM = Code.error("spec/encryption-algorithm");

  private static final Feature FEATURE = Feature.ENCRYPTION_ALGORITHM_ECDSA_P384;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    Pki pki = spec.pki();
    MinorVersion kubernetes = MinorVersion.of(spec.kubernetesVersion());
    if (pki.encryptionAlgorithm() != KeyAlgorithm.ECDSA_P384 || FEATURE.in(kubernetes).isOn()) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .of(pki, Pki::encryptionAlgorithm)
            .finding(
                ENCRYPTION_ALGORITHM,
                "kubeadm of Kubernetes %s makes no keys of %s; that came with %s"
                    .formatted(
                        kubernetes,
                        pki.encryptionAlgorithm(),
                        FEATURE.since(Feature.Stage.STABLE).orElseThrow()))
            .withRelated(
                cluster.origins().of(spec, ClusterSpec::kubernetesVersion).range(),
                "the cluster's version")
            .withHelp("write " + KeyAlgorithm.ECDSA_P256));
  }
}
