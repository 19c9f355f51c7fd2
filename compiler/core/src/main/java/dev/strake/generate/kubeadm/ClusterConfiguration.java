package dev.strake.generate.kubeadm;

import dev.strake.generate.controlplane.HostMount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all control plane nodes share; kubeadm keeps it in the cluster for those that join.
 *
 * @param encryptionAlgorithm null before v1beta4, like the two periods and {@code proxy}
 */
record ClusterConfiguration(
    String apiVersion,
    String clusterName,
    String kubernetesVersion,
    String controlPlaneEndpoint,
    @Nullable String encryptionAlgorithm,
    @Nullable String certificateValidityPeriod,
    @Nullable String caCertificateValidityPeriod,
    Networking networking,
    ApiServerConfiguration apiServer,
    @Nullable Component controllerManager,
    @Nullable Component scheduler,
    EtcdConfiguration etcd,
    @Nullable Addon proxy)
    implements KubeadmDocument {

  /** Address ranges: one block, or two with a comma between them. */
  record Networking(String podSubnet, String serviceSubnet, String dnsDomain) {}

  /** A component of the control plane. */
  record Component(Arguments extraArgs) {

    /** Null for a component that has nothing of its own. */
    static @Nullable Component of(Arguments arguments) {
      return arguments.flags().isEmpty() ? null : new Component(arguments);
    }
  }

  /** The API server's own part. */
  record ApiServerConfiguration(
      Arguments extraArgs, @Nullable List<Volume> extraVolumes, List<String> certSANs) {}

  /** A part of the host's file system that the component sees. */
  record Volume(String name, String hostPath, String mountPath, boolean readOnly, String pathType) {

    static Volume of(HostMount mount) {
      return new Volume(
          mount.name(), mount.path(), mount.path(), mount.readOnly(), mount.pathType());
    }
  }

  /** An add-on that kubeadm would install. */
  record Addon(boolean disabled) {}
}
