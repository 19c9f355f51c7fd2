package dev.strake.spec;

@Doc("A Kubernetes cluster: its machines, networks, components, and who may use them.")
public record Cluster(
    @Doc("Names the cluster.") ClusterMetadata metadata,
    @Doc("What the cluster shall be.") ClusterSpec spec) {

  public static final String API_VERSION = "strake.dev/v1alpha1";
  public static final String KIND = "Cluster";
}
