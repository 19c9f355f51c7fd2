package dev.strake.generate.kubeadm;

import dev.strake.generate.ConfigDocument;

/** A document of kubeadm's own API group; kubeadm reads v1beta4 from 1.31 on. */
sealed interface KubeadmDocument extends ConfigDocument
    permits InitConfiguration, ClusterConfiguration, JoinConfiguration {

  @Override
  default String apiVersion() {
    return "kubeadm.k8s.io/v1beta4";
  }
}
