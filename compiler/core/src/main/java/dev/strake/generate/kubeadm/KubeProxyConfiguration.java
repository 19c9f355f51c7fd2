package dev.strake.generate.kubeadm;

import dev.strake.generate.ConfigDocument;

/**
 * kube-proxy's settings.
 *
 * @param mode {@code nftables} or {@code iptables}
 * @param clusterCIDR the pods' addresses: one block, or two with a comma between them
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/">kube-proxy
 *     v1alpha1</a>
 */
record KubeProxyConfiguration(String mode, String clusterCIDR) implements ConfigDocument {

  @Override
  public String apiVersion() {
    return "kubeproxy.config.k8s.io/v1alpha1";
  }
}
