package dev.strake.check.machine;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.LoadBalancer;
import dev.strake.spec.Node;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine that the spec names.
 *
 * @param what it is, for messages: {@code node}
 */
public record Machine(
    String what, String name, Origin namedAt, IpAddress address, Origin addressedAt) {

  /** Nodes, then load balancer hosts, each in the order in which they were written. */
  public static List<Machine> of(ResolvedCluster cluster) {
    Origins origins = cluster.origins();
    List<Machine> machines = new ArrayList<>();
    for (ResolvedNode resolved : cluster.nodes()) {
      Node node = resolved.node();
      machines.add(
          new Machine(
              "node",
              resolved.name(),
              origins.of(node, Node::name),
              node.address(),
              origins.of(node, Node::address)));
    }
    if (cluster.spec().spec().loadBalancer() instanceof LoadBalancer.HAProxyKeepalived own) {
      for (LoadBalancer.Host host : own.hosts()) {
        machines.add(
            new Machine(
                "load balancer",
                host.name().toString(),
                origins.of(host, LoadBalancer.Host::name),
                host.address(),
                origins.of(host, LoadBalancer.Host::address)));
      }
    }
    return machines;
  }
}
