package dev.strake.check.machine;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Host;
import dev.strake.spec.Node;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A machine that the spec names.
 *
 * @param what it is, for messages: {@code a node}
 * @param namedAt where its name was written; looked up only for findings
 */
record Machine(String what, String name, Supplier<Origin> namedAt) {

  /** Nodes, then load balancer hosts, each in the order in which they were written. */
  static List<Machine> of(ResolvedCluster cluster) {
    Origins origins = cluster.origins();
    List<Machine> machines = new ArrayList<>();
    for (ResolvedNode resolved : cluster.nodes()) {
      Node node = resolved.node();
      machines.add(new Machine("a node", resolved.name(), () -> origins.of(node, Node::name)));
    }
    if (cluster.spec().spec().loadBalancer() instanceof HAProxyKeepalived own) {
      for (Host host : own.hosts()) {
        machines.add(
            new Machine(
                "a load balancer", host.name().toString(), () -> origins.of(host, Host::name)));
      }
    }
    return machines;
  }
}
