package dev.strake.generate.node;

import dev.strake.generate.controlplane.ControlPlanePaths;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Etcd;
import dev.strake.spec.Pki;
import dev.strake.spec.Pki.CaCertificates;
import dev.strake.spec.SecretRef;
import dev.strake.value.GoDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a node needs of the cluster's secrets, and where. A {@code runtime} reference names a file
 * on the host, or a folder where it stands for several values; whoever decrypts a {@code sops-age}
 * file puts each of its values into {@link HostSecret#FOLDER} under its name, but keys of
 * encryption, whose order counts, together as lines of {@code name: key}.
 */
final class NodeSecrets {

  private static final Duration TOKEN_LIFETIME = Duration.ofHours(24);
  private static final String TOKEN = "/run/kubeadm/token";

  private final ResolvedCluster cluster;
  private final ClusterSpec spec;
  private final ResolvedNode node;

  NodeSecrets(ResolvedCluster cluster, ResolvedNode node) {
    this.cluster = cluster;
    this.spec = cluster.spec().spec();
    this.node = node;
  }

  /** Of this node; what it does not need, it does not ask for. */
  List<HostSecret> all() {
    List<HostSecret> secrets = new ArrayList<>();
    if (cluster.nodes().size() > 1) {
      secrets.add(
          new HostSecret(
              "the bootstrap token", token(), "STRAKE_BOOTSTRAP_TOKEN", HostSecret.JOIN));
    }
    certificateKey().ifPresent(secrets::add);
    secrets.addAll(keys());
    encryptionKeys().ifPresent(secrets::add);
    return secrets;
  }

  String token() {
    return spec.bootstrap().bootstrapTokenRef() == null
        ? TOKEN
        : file(spec.bootstrap().bootstrapTokenRef(), "bootstrap-token");
  }

  /** How long a token is good after it was put on the host. */
  long tokenSeconds() {
    GoDuration written =
        spec.bootstrap().bootstrapTokenRef() instanceof SecretRef.Runtime runtime
            ? runtime.ttl()
            : null;
    return (written == null ? TOKEN_LIFETIME : written.toDuration()).toSeconds();
  }

  boolean uploadsCertificates() {
    return spec.pki().mode() == Pki.Mode.KubeadmUploadCerts
        && cluster.controlPlaneNodes().count() > 1;
  }

  /** With which the first control plane hands its keys to the others. */
  Optional<HostSecret> certificateKey() {
    return Optional.of(
            new HostSecret(
                "the certificate key",
                HostSecret.FOLDER + "certificate-key",
                "STRAKE_CERTIFICATE_KEY",
                HostSecret.JOIN))
        .filter(key -> node.isControlPlane() && uploadsCertificates());
  }

  /** Of authorities, and of external etcd's client. */
  List<HostSecret> keys() {
    if (!node.isControlPlane()) {
      return List.of();
    }
    List<HostSecret> keys = new ArrayList<>();
    Etcd.External external = spec.controlPlane().etcd().external();
    CaCertificates authorities = spec.pki().caCertificates();
    if (spec.pki().mode() == Pki.Mode.PreGenerated && authorities != null) {
      keys.add(authority("the cluster's authority", "ca.key", KubeadmPki.CA));
      if (authorities.frontProxy() != null) {
        keys.add(
            authority(
                "the front proxy's authority", "front-proxy-ca.key", KubeadmPki.FRONT_PROXY_CA));
      }
      if (authorities.etcd() != null && external == null) {
        keys.add(authority("etcd's authority", "etcd-ca.key", KubeadmPki.ETCD_CA));
      }
      keys.add(authority("service accounts' tokens", "sa.key", KubeadmPki.SERVICE_ACCOUNTS));
    }
    if (external != null && external.clientKeyRef() != null) {
      keys.add(
          key(
              "etcd's client certificate",
              file(external.clientKeyRef(), "etcd-client.key"),
              "STRAKE_ETCD_CLIENT_KEY",
              KubeadmPki.ETCD_CLIENT));
    }
    return keys;
  }

  private HostSecret authority(String of, String name, String target) {
    SecretRef reference = spec.pki().caKeysRef();
    String folder =
        reference instanceof SecretRef.Runtime runtime
            ? runtime.path().text().replaceAll("/*$", "/")
            : HostSecret.FOLDER;
    String variable = "STRAKE_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    return key(of, folder + name, variable, target);
  }

  private static HostSecret key(String of, String path, String variable, String target) {
    String use = KubeadmPki.key(target).text();
    return new HostSecret("the key of " + of, path, variable, use);
  }

  /** With which the API server encrypts what it stores. */
  Optional<HostSecret> encryptionKeys() {
    ApiServer.Encryption encryption = spec.controlPlane().apiServer().encryption();
    if (encryption == null || !node.isControlPlane()) {
      return Optional.empty();
    }
    return Optional.of(
        new HostSecret(
            "the keys of encryption",
            file(encryption.keysRef(), "encryption-keys"),
            "STRAKE_ENCRYPTION_KEYS",
            ControlPlanePaths.ENCRYPTION));
  }

  private static String file(SecretRef reference, String name) {
    return reference instanceof SecretRef.Runtime runtime
        ? runtime.path().text()
        : HostSecret.FOLDER + name;
  }
}
