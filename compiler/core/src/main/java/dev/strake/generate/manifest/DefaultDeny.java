package dev.strake.generate.manifest;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;

/**
 * Closes a namespace: policies only ever allow, so whatever no other policy allows is refused.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies">Default
 *     policies</a>
 */
final class DefaultDeny {

  private static final int DNS = 53;

  private DefaultDeny() {}

  /** Selects every pod in both directions and allows nothing. */
  static NetworkPolicy denyAll(String namespace) {
    return new NetworkPolicyBuilder()
        .withNewMetadata()
        .withName("default-deny")
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withNewPodSelector()
        .endPodSelector()
        .withPolicyTypes("Ingress", "Egress")
        .endSpec()
        .build();
  }

  /** Lets every pod ask the cluster's DNS, over TCP too, where long answers go. */
  static NetworkPolicy allowDns(String namespace) {
    return new NetworkPolicyBuilder()
        .withNewMetadata()
        .withName("allow-dns")
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withNewPodSelector()
        .endPodSelector()
        .addNewEgress()
        .addNewPort()
        .withNewPort(DNS)
        .withProtocol("UDP")
        .endPort()
        .addNewPort()
        .withNewPort(DNS)
        .withProtocol("TCP")
        .endPort()
        .addNewTo()
        .withNewNamespaceSelector()
        .addToMatchLabels("kubernetes.io/metadata.name", "kube-system")
        .endNamespaceSelector()
        .withNewPodSelector()
        .addToMatchLabels("k8s-app", "kube-dns")
        .endPodSelector()
        .endTo()
        .endEgress()
        .withPolicyTypes("Egress")
        .endSpec()
        .build();
  }
}
