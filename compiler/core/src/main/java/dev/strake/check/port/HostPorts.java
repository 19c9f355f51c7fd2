package dev.strake.check.port;

import dev.strake.check.port.HostPort.Protocol;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ControlPlaneEndpoint;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which ports are taken on a cluster's machines. */
public final class HostPorts {

  private HostPorts() {}

  /** What the spec chooses, then what programs take by themselves. */
  public static List<HostPort> of(ResolvedCluster cluster) {
    List<HostPort> ports = new ArrayList<>();
    ports.add(apiServer(cluster));
    cluster.loadBalancer().map(balancer -> balancer(balancer, cluster)).ifPresent(ports::add);
    PortTable.ENTRIES.stream()
        .filter(entry -> entry.presence().isIn(cluster))
        .map(PortTable.Entry::port)
        .forEach(ports::add);
    return ports;
  }

  /** Those on nodes: of the load balancer only if it runs on the control planes. */
  public static Stream<HostPort> onNodes(ResolvedCluster cluster) {
    boolean colocated = cluster.loadBalancer().map(ResolvedLoadBalancer::isColocated).orElse(false);
    return of(cluster).stream().filter(port -> port.site() != Site.BALANCER || colocated);
  }

  /** Where API servers listen. */
  public static HostPort apiServer(ResolvedCluster cluster) {
    ApiServer apiServer = cluster.spec().spec().controlPlane().apiServer();
    return new HostPort(
        cluster.endpoint().bindPort(),
        Protocol.tcp,
        "the API server",
        Site.CONTROL_PLANE,
        cluster.origins().of(apiServer, ApiServer::bindPort));
  }

  private static HostPort balancer(ResolvedLoadBalancer balancer, ResolvedCluster cluster) {
    return new HostPort(
        balancer.port(), Protocol.tcp, "HAProxy", Site.BALANCER, origin(balancer, cluster));
  }

  private static Origin origin(ResolvedLoadBalancer balancer, ResolvedCluster cluster) {
    ControlPlaneEndpoint endpoint = cluster.spec().spec().controlPlaneEndpoint();
    return balancer.written().port() == null
        ? cluster.origins().of(endpoint, ControlPlaneEndpoint::port)
        : cluster.origins().of(balancer.written(), HAProxyKeepalived::port);
  }
}
