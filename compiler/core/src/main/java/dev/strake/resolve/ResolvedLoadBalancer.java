package dev.strake.resolve;

import dev.strake.spec.LoadBalancer;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Host;
import dev.strake.spec.LoadBalancer.Placement;
import dev.strake.spec.Node;
import dev.strake.spec.Origins;
import dev.strake.value.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The load balancer that we run: HAProxy with keepalived.
 *
 * @param written as the spec says it
 * @param port where HAProxy listens
 * @param hosts what it runs on: those written, or the control planes, the first of which carries
 *     the address when all are well
 */
public record ResolvedLoadBalancer(HAProxyKeepalived written, int port, List<Host> hosts) {

  /** keepalived's own priority for a host that has none. */
  private static final int LOWEST_PRIORITY = 100;

  private static final int HIGHEST_PRIORITY = 254;

  public ResolvedLoadBalancer {
    hosts = List.copyOf(hosts);
  }

  static Optional<ResolvedLoadBalancer> of(
      LoadBalancer balancer, int endpointPort, List<ResolvedNode> nodes, Origins origins) {
    if (!(balancer instanceof HAProxyKeepalived own)) {
      return Optional.empty();
    }
    List<Host> hosts = isColocated(own) ? controlPlanes(nodes, origins) : own.hosts();
    return Optional.of(new ResolvedLoadBalancer(own, port(own, endpointPort), hosts));
  }

  static int port(HAProxyKeepalived balancer, int endpointPort) {
    Port port = balancer.port();
    return port == null ? endpointPort : port.number();
  }

  static boolean isColocated(HAProxyKeepalived balancer) {
    return balancer.placement() == Placement.ControlPlane;
  }

  /** Whether it runs on the control planes. */
  public boolean isColocated() {
    return isColocated(written);
  }

  private static List<Host> controlPlanes(List<ResolvedNode> nodes, Origins origins) {
    List<Node> machines =
        nodes.stream().filter(ResolvedNode::isControlPlane).map(ResolvedNode::node).toList();
    List<Host> hosts = new ArrayList<>();
    for (int i = 0; i < machines.size(); i++) {
      Node node = machines.get(i);
      int priority = Math.min(HIGHEST_PRIORITY, LOWEST_PRIORITY + machines.size() - i);
      Host host = new Host(node.name(), node.address(), priority, node.networkInterface());
      hosts.add(origins.derive(host, node, node));
    }
    return hosts;
  }
}
