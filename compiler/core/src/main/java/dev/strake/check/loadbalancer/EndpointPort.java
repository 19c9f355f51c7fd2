package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedEndpoint;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ControlPlaneEndpoint;
import dev.strake.spec.LoadBalancer;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.IpAddress;
import java.util.Optional;

/**
 * Clients knock at one port, and somebody listens at another: HAProxy, or the API server itself
 * where nothing stands before it.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/#kubeadm-k8s-io-v1beta4-ClusterConfiguration">kubeadm:
 *     controlPlaneEndpoint and bindPort</a>
 */
final class EndpointPort implements SpecCheck {

  static final Code ENDPOINT_PORT = Code.error("spec/endpoint-port");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    LoadBalancer balancer = cluster.spec().spec().loadBalancer();
    if (balancer instanceof HAProxyKeepalived) {
      cluster.loadBalancer().ifPresent(own -> behindHaproxy(own, cluster, sink));
    } else if (balancer instanceof LoadBalancer.KubeVIP || isOnlyNode(cluster)) {
      direct(cluster, sink);
    }
  }

  /** For a name, a firewall may translate ports; an address in the machine network is ours. */
  private static void behindHaproxy(
      ResolvedLoadBalancer balancer, ResolvedCluster cluster, DiagnosticSink sink) {
    int port = cluster.endpoint().port();
    if (port == balancer.port()) {
      return;
    }
    boolean isVirtual =
        address(cluster).equals(cluster.virtualAddress().map(virtual -> virtual.address()));
    Origins origins = cluster.origins();
    Diagnostic finding =
        origins
            .of(balancer.written(), HAProxyKeepalived::port)
            .finding(
                ENDPOINT_PORT,
                "HAProxy listens on %s, and clients go to port %s".formatted(balancer.port(), port))
            .withSeverity(isVirtual ? Severity.ERROR : Severity.WARNING)
            .withRelated(endpoint(cluster).range(), "the endpoint");
    sink.report(
        finding.withHelp(
            "leave out loadBalancer.port, or write controlPlaneEndpoint.port: %s"
                .formatted(balancer.port())));
  }

  private static void direct(ResolvedCluster cluster, DiagnosticSink sink) {
    ResolvedEndpoint endpoint = cluster.endpoint();
    if (endpoint.port() == endpoint.bindPort()) {
      return;
    }
    ApiServer apiServer = cluster.spec().spec().controlPlane().apiServer();
    sink.report(
        endpoint(cluster)
            .finding(
                ENDPOINT_PORT,
                "clients go to port %s, and API servers listen on %s with nothing in between"
                    .formatted(endpoint.port(), endpoint.bindPort()))
            .withRelated(
                cluster.origins().of(apiServer, ApiServer::bindPort).range(), "the API servers'")
            .withHelp(
                "write controlPlaneEndpoint.port: %s, or apiServer.bindPort: %s"
                    .formatted(endpoint.bindPort(), endpoint.port())));
  }

  /** Whether the endpoint is the address of the only control plane. */
  private static boolean isOnlyNode(ResolvedCluster cluster) {
    Optional<IpAddress> address = address(cluster);
    return address.isPresent()
        && cluster.controlPlaneNodes().limit(2).count() == 1
        && cluster
            .controlPlaneNodes()
            .anyMatch(node -> node.node().address().equals(address.get()));
  }

  private static Optional<IpAddress> address(ResolvedCluster cluster) {
    return cluster.spec().spec().controlPlaneEndpoint().host().address();
  }

  private static Origin endpoint(ResolvedCluster cluster) {
    return cluster
        .origins()
        .of(cluster.spec().spec().controlPlaneEndpoint(), ControlPlaneEndpoint::port);
  }
}
