package dev.strake.generate.kubeadm;

import java.util.List;

/** What all control plane nodes share; kubeadm keeps it in the cluster for those that join. */
record ClusterConfiguration(
    String clusterName,
    String kubernetesVersion,
    String controlPlaneEndpoint,
    Networking networking,
    ApiServerConfiguration apiServer,
    EtcdConfiguration etcd)
    implements KubeadmDocument {

  /** Address ranges: one block, or two with a comma between them. */
  record Networking(String podSubnet, String serviceSubnet, String dnsDomain) {}

  /** The API server's own part. */
  record ApiServerConfiguration(List<String> certSANs) {}
}
