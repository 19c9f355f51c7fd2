package dev.strake.generate.kubeadm;

import org.jspecify.annotations.Nullable;

/**
 * What {@code kubeadm upgrade} does on a node. kubeadm forgets patches unless it is told of them
 * again.
 *
 * @param apply for the first node of the control plane; null for the others
 * @param node for every other node; null for the first
 * @see <a href="https://github.com/kubernetes/kubeadm/issues/2367">kubeadm: patches and
 *     upgrades</a>
 */
record UpgradeConfiguration(
    String apiVersion,
    @Nullable Apply apply,
    @Nullable NodeUpgrade node,
    @Nullable Timeouts timeouts)
    implements KubeadmDocument {

  /** Brings the whole cluster to a version. */
  record Apply(
      String kubernetesVersion,
      boolean certificateRenewal,
      boolean etcdUpgrade,
      @Nullable Patches patches) {}

  /** Brings one node to the cluster's version. */
  record NodeUpgrade(boolean certificateRenewal, boolean etcdUpgrade, @Nullable Patches patches) {}
}
