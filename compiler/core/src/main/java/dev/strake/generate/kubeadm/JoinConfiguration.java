package dev.strake.generate.kubeadm;

import org.jspecify.annotations.Nullable;

/**
 * What {@code kubeadm join} does on every other node.
 *
 * @param controlPlane null for a worker
 * @param timeouts null for kubeadm's own
 */
record JoinConfiguration(
    String apiVersion,
    NodeRegistration nodeRegistration,
    Discovery discovery,
    @Nullable JoinControlPlane controlPlane,
    @Nullable Patches patches,
    @Nullable Timeouts timeouts)
    implements KubeadmDocument {

  /** How the node finds the cluster, and why it may trust what it finds. */
  record Discovery(FileDiscovery file) {}

  /**
   * A kubeconfig file on the host. It holds the credentials, so that no other file needs a token;
   * kubeadm refuses placeholders for one.
   */
  record FileDiscovery(String kubeConfigPath) {}

  /** Makes the node one of the control plane. */
  record JoinControlPlane(ApiEndpoint localAPIEndpoint) {}
}
