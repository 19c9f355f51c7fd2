package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.resolve.VirtualAddress;
import dev.strake.spec.ControlPlaneEndpoint;
import dev.strake.spec.Node;
import dev.strake.spec.Origin;
import dev.strake.value.Cidr;
import dev.strake.value.CidrSet;
import dev.strake.value.IpAddress;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An endpoint whose address leads somewhere else than to the API servers: not to the virtual IP, to
 * a pod, a Service or a worker; or to one of several control planes, on which then everything
 * depends. Where a name leads is for DNS to say.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/#create-load-balancer-for-kube-apiserver">Kubernetes:
 *     a load balancer for kube-apiserver</a>
 */
final class EndpointAddress implements SpecCheck {

  static final Code ENDPOINT_ADDRESS = Code.error("spec/endpoint-address");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ControlPlaneEndpoint endpoint = cluster.spec().spec().controlPlaneEndpoint();
    Optional<IpAddress> address = endpoint.host().address();
    if (address.isPresent()) {
      Origin origin = cluster.origins().of(endpoint, ControlPlaneEndpoint::host);
      inCluster(address.get(), origin, cluster)
          .or(() -> beside(address.get(), origin, cluster))
          .ifPresent(sink::report);
    }
  }

  /** An address that the cluster gives away itself. */
  private static Optional<Diagnostic> inCluster(
      IpAddress address, Origin origin, ResolvedCluster cluster) {
    Stream<Cidr> blocks =
        Stream.concat(cluster.networks().pods().stream(), cluster.networks().services().stream());
    return blocks
        .filter(block -> block.contains(address))
        .findFirst()
        .map(
            block ->
                origin
                    .finding(
                        ENDPOINT_ADDRESS,
                        "the endpoint %s is in %s, which belongs to pods or Services"
                            .formatted(address, block))
                    .withHelp("write the load balancer's address or name"));
  }

  private static Optional<Diagnostic> beside(
      IpAddress address, Origin origin, ResolvedCluster cluster) {
    Optional<VirtualAddress> virtual = cluster.virtualAddress();
    return virtual.isPresent()
        ? besideVirtual(address, virtual.get(), origin, cluster)
        : onNode(address, origin, cluster);
  }

  /** Outside the machine network, a firewall may hand connections on to the virtual IP. */
  private static Optional<Diagnostic> besideVirtual(
      IpAddress address, VirtualAddress virtual, Origin origin, ResolvedCluster cluster) {
    if (address.equals(virtual.address())) {
      return Optional.empty();
    }
    boolean near = CidrSet.of(cluster.networks().machines()).around(address).isPresent();
    return Optional.of(
        origin
            .finding(
                ENDPOINT_ADDRESS,
                "the endpoint is %s, and the load balancer answers at %s"
                    .formatted(address, virtual.address()))
            .withSeverity(near ? Severity.ERROR : Severity.WARNING)
            .withRelated(virtual.origin().range(), "the virtual IP")
            .withHelp("write host: %s, or a name for it".formatted(virtual.address())));
  }

  private static Optional<Diagnostic> onNode(
      IpAddress address, Origin origin, ResolvedCluster cluster) {
    Optional<ResolvedNode> owner =
        cluster.nodes().stream()
            .filter(
                node ->
                    address.equals(node.node().address())
                        || address.equals(node.node().secondaryAddress()))
            .findFirst();
    boolean alone = cluster.controlPlaneNodes().limit(2).count() < 2;
    if (owner.isEmpty() || (owner.get().isControlPlane() && alone)) {
      return Optional.empty();
    }
    ResolvedNode node = owner.get();
    Diagnostic finding =
        node.isControlPlane()
            ? origin
                .finding(
                    ENDPOINT_ADDRESS,
                    "the endpoint is the address of %s alone: without it nobody finds the others"
                        .formatted(node.name()))
                .withSeverity(Severity.WARNING)
            : origin.finding(
                ENDPOINT_ADDRESS,
                "the endpoint is the address of the worker %s, which has no API server"
                    .formatted(node.name()));
    Origin of = cluster.origins().of(node.node(), Node::address);
    return Optional.of(
        finding
            .withRelated(of.range(), "its address")
            .withHelp("write the load balancer's address or name"));
  }
}
