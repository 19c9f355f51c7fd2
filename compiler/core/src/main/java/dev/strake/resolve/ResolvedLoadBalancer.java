package dev.strake.resolve;

import dev.strake.spec.ClusterSpec;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Host;
import dev.strake.spec.LoadBalancer.Placement;
import dev.strake.spec.Node;
import dev.strake.spec.Origins;
import dev.strake.value.Cidr;
import dev.strake.value.InterfaceName;
import dev.strake.value.IpAddress;
import dev.strake.value.IpFamily;
import dev.strake.value.Port;
import dev.strake.value.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer that we run: HAProxy with keepalived.
 *
 * @param written as the spec says it
 * @param port where HAProxy listens for the API server's clients
 * @param statsPort where it tells about itself, on loopback: no other port of the cluster
 * @param families of the addresses that clients may come by, in the order of the enum
 * @param routers what it runs on: the hosts that are written, or the control planes, the first of
 *     which carries the address when all are well
 */
public record ResolvedLoadBalancer(
    HAProxyKeepalived written,
    int port,
    int statsPort,
    List<IpFamily> families,
    List<VirtualRouter> routers) {

  /** keepalived's own priority for a host that has none. */
  private static final int LOWEST_PRIORITY = 100;

  private static final int HIGHEST_PRIORITY = 254;

  /** What HAProxy's own examples use; no component of Kubernetes listens near it. */
  private static final int STATS_PORT = 8404;

  private static final int STATS_PORTS = 100;

  public ResolvedLoadBalancer {
    families = List.copyOf(families);
    routers = List.copyOf(routers);
  }

  static Optional<ResolvedLoadBalancer> of(
      ClusterSpec spec, ResolvedEndpoint endpoint, List<ResolvedNode> nodes, Origins origins) {
    if (!(spec.loadBalancer() instanceof HAProxyKeepalived own)) {
      return Optional.empty();
    }
    int port = port(own, endpoint.port());
    Set<Integer> taken = Set.copyOf(List.of(port, endpoint.port(), endpoint.bindPort()));
    return Optional.of(
        new ResolvedLoadBalancer(
            own,
            port,
            statsPort(taken, spec.clusterNetwork().serviceNodePortRange()),
            families(spec, own),
            isColocated(own) ? controlPlanes(own, nodes, origins) : dedicated(own)));
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

  /** What it runs on, in the order of {@link #routers()}. */
  public List<Host> hosts() {
    return routers.stream().map(VirtualRouter::host).toList();
  }

  private static int statsPort(Set<Integer> taken, PortRange nodePorts) {
    return IntStream.range(STATS_PORT, STATS_PORT + STATS_PORTS)
        .filter(port -> !taken.contains(port) && !nodePorts.contains(port))
        .findFirst()
        .orElse(STATS_PORT);
  }

  private static List<IpFamily> families(ClusterSpec spec, HAProxyKeepalived own) {
    Stream<IpFamily> machines =
        spec.clusterNetwork().machines().cidrBlocks().stream().map(Cidr::family);
    return Stream.concat(machines, Stream.of(virtualFamily(own))).distinct().sorted().toList();
  }

  private static IpFamily virtualFamily(HAProxyKeepalived own) {
    return own.keepalived().virtualIP().address().family();
  }

  private static List<VirtualRouter> dedicated(HAProxyKeepalived own) {
    return own.hosts().stream().map(host -> router(own, host, null)).toList();
  }

  private static List<VirtualRouter> controlPlanes(
      HAProxyKeepalived own, List<ResolvedNode> nodes, Origins origins) {
    List<Node> machines =
        nodes.stream().filter(ResolvedNode::isControlPlane).map(ResolvedNode::node).toList();
    List<VirtualRouter> routers = new ArrayList<>();
    for (int i = 0; i < machines.size(); i++) {
      Node node = machines.get(i);
      int priority = Math.min(HIGHEST_PRIORITY, LOWEST_PRIORITY + machines.size() - i);
      Host host = new Host(node.name(), node.address(), priority, node.networkInterface());
      routers.add(router(own, origins.derive(host, node, node), node.secondaryAddress()));
    }
    return routers;
  }

  private static VirtualRouter router(
      HAProxyKeepalived own, Host host, @Nullable IpAddress secondary) {
    InterfaceName networkInterface = host.networkInterface();
    return new VirtualRouter(
        host,
        networkInterface == null ? own.keepalived().networkInterface() : networkInterface,
        Stream.concat(Stream.of(host.address()), Stream.ofNullable(secondary))
            .filter(address -> address.family() == virtualFamily(own))
            .findFirst());
  }
}
