package dev.strake.generate.all;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.Host;
import dev.strake.bundle.HostRole;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.resolve.ResolvedNode;
import dev.strake.resolve.VirtualRouter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster's machines in the order in which they are brought up: load balancers, the control plane
 * where {@code kubeadm init} runs, the others, workers.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/">Creating
 *     highly available clusters with kubeadm</a>
 */
final class Hosts {

  private final ResolvedCluster cluster;
  private final List<Artifact> artifacts;

  private Hosts(ResolvedCluster cluster, List<Artifact> artifacts) {
    this.cluster = cluster;
    this.artifacts = artifacts;
  }

  /**
   * @param artifacts all files of the cluster
   */
  static List<Host> of(ResolvedCluster cluster, List<Artifact> artifacts) {
    Hosts hosts = new Hosts(cluster, artifacts);
    Stream<Host> balancers =
        cluster.loadBalancer().map(ResolvedLoadBalancer::routers).orElse(List.of()).stream()
            .map(hosts::loadBalancer);
    Stream<Host> nodes =
        Stream.concat(cluster.controlPlaneNodes(), cluster.workers()).map(hosts::node);
    return Stream.concat(balancers, nodes).toList();
  }

  private Host loadBalancer(VirtualRouter router) {
    return Host.of(
        router.host().name().toString(),
        HostRole.LOAD_BALANCER,
        router.host().address().toString(),
        Optional.empty(),
        artifacts);
  }

  private Host node(ResolvedNode node) {
    return Host.of(
        node.name(),
        node.isControlPlane() ? HostRole.CONTROL_PLANE : HostRole.WORKER,
        node.node().address().toString(),
        Optional.of(cluster.spec().spec().kubernetesVersion().toString()),
        artifacts);
  }
}
