package dev.strake.generate.kubeadm;

import dev.strake.value.KubernetesVersion;
import org.jspecify.annotations.Nullable;

/**
 * The versions of kubeadm's own API that Strake writes.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/#kubeadm-k8s-io-v1beta4-changes">kubeadm:
 *     changes since v1beta3</a>
 */
enum KubeadmApi {
  /** Read by kubeadm up to 1.36. */
  V1BETA3("kubeadm.k8s.io/v1beta3"),
  /** Read by kubeadm since 1.31. */
  V1BETA4("kubeadm.k8s.io/v1beta4");

  private static final int FIRST_WITH_V1BETA4 = 31;

  private final String apiVersion;

  KubeadmApi(String apiVersion) {
    this.apiVersion = apiVersion;
  }

  /** The newest that the cluster's kubeadm reads. */
  static KubeadmApi of(KubernetesVersion version) {
    return version.minor() >= FIRST_WITH_V1BETA4 ? V1BETA4 : V1BETA3;
  }

  String apiVersion() {
    return apiVersion;
  }

  /** What only v1beta4 knows; null in the older one. */
  <T> @Nullable T sinceV1beta4(T value) {
    return this == V1BETA4 ? value : null;
  }
}
