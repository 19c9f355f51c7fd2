package dev.strake.resolve;

import dev.strake.spec.Cluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origins;
import dev.strake.value.RelativePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster with everything decided.
 *
 * @param spec as it was written; for places, and for fields that need no resolving
 * @param origins where the spec's parts were written
 * @param endpoint where clients and nodes reach the API server
 * @param networks address ranges and what follows from them
 * @param nodes all machines, in the order in which they were written
 * @param loadBalancer the load balancer that we run; empty if somebody else does, or the nodes do
 * @param machines what is the same on all machines
 * @param certificateSANs every name and address that the API server's certificate must hold,
 *     without repetition, in a stable order
 * @param files of the repository that the spec names
 */
public record ResolvedCluster(
    Cluster spec,
    Origins origins,
    ResolvedEndpoint endpoint,
    ResolvedNetworks networks,
    List<ResolvedNode> nodes,
    Optional<ResolvedLoadBalancer> loadBalancer,
    ResolvedMachines machines,
    List<String> certificateSANs,
    NamedFiles files) {

  public ResolvedCluster {
    nodes = List.copyOf(nodes);
    certificateSANs = List.copyOf(certificateSANs);
  }

  public String name() {
    return spec.metadata().name().toString();
  }

  /** The address of the load balancer that is ours. */
  public Optional<VirtualAddress> virtualAddress() {
    return VirtualAddress.of(spec.spec().loadBalancer(), origins);
  }

  /** The control plane's machines; the first of them is where {@code kubeadm init} runs. */
  public Stream<ResolvedNode> controlPlaneNodes() {
    return nodes.stream().filter(ResolvedNode::isControlPlane);
  }

  /** The folders that hold the cluster's manifests, relative to its own, as they are written. */
  public List<RelativePath> sources() {
    List<RelativePath> written = spec.spec().sources();
    return written.isEmpty() ? ClusterSpec.DEFAULT_SOURCES : written;
  }

  /** The pools that have machines, in the order in which they were written. */
  public List<ResolvedPool> pools() {
    return ResolvedPool.of(nodes);
  }

  public Stream<ResolvedNode> workers() {
    return nodes.stream().filter(node -> !node.isControlPlane());
  }
}
