package dev.strake.spec;

import dev.strake.value.GoDuration;
import dev.strake.value.RelativePath;
import org.jspecify.annotations.Nullable;

@Doc("The cluster's certificate authorities and certificates.")
public record Pki(
    @Doc(
            value =
                "PreGenerated: the authorities exist before the cluster, and every control plane"
                    + " gets them. KubeadmUploadCerts: the first control plane makes them, and"
                    + " joining ones fetch them within two hours.",
            byDefault = "KubeadmUploadCerts")
        Mode mode,
    @Doc(value = "The kind of key in new certificates.", byDefault = "RSA-2048")
        KeyAlgorithm encryptionAlgorithm,
    @Doc(value = "How long certificates are valid: 8760h is a year.", byDefault = "8760h")
        GoDuration certificateValidityPeriod,
    @Doc(value = "How long authorities are valid: 87600h is ten years.", byDefault = "87600h")
        GoDuration caCertificateValidityPeriod,
    @Doc("The authorities' certificates, which are public. Needed with PreGenerated.")
        @Nullable CaCertificates caCertificates,
    @Doc("The authorities' keys. Needed with PreGenerated.") @Nullable SecretRef caKeysRef) {

  /** Who makes the authorities. */
  public enum Mode {
    PreGenerated,
    KubeadmUploadCerts
  }

  /** Kinds of keys, by kubeadm's names. */
  public enum KeyAlgorithm {
    RSA_2048("RSA-2048"),
    RSA_3072("RSA-3072"),
    RSA_4096("RSA-4096"),
    ECDSA_P256("ECDSA-P256"),
    ECDSA_P384("ECDSA-P384");

    private final String text;

    KeyAlgorithm(String text) {
      this.text = text;
    }

    /** As kubeadm writes it. */
    @Override
    public String toString() {
      return text;
    }
  }

  @Doc("Files of the repository with certificates in PEM.")
  public record CaCertificates(
      @Doc("The authority of the API server and its clients.") RelativePath kubernetes,
      @Doc("etcd's authority.") @Nullable RelativePath etcd,
      @Doc("The authority of aggregated API servers' clients.")
          @Nullable RelativePath frontProxy) {}
}
