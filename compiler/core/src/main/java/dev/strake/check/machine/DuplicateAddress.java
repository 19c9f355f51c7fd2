package dev.strake.check.machine;

import dev.strake.check.Repeated;
import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Keepalived;
import dev.strake.spec.MachineNetwork;
import dev.strake.spec.Origins;
import dev.strake.value.IpAddress;

/**
 * Two machines of one address, or a machine with the router's address or the virtual one. Whoever
 * answers ARP last gets the packets, so that the cluster works until it does not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5227">RFC 5227: address conflicts</a>
 */
final class DuplicateAddress implements SpecCheck {

  static final Code DUPLICATE_ADDRESS = Code.error("spec/duplicate-address");

  private static final String ADDRESS = "address";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Origins origins = cluster.origins();
    Repeated addresses =
        new Repeated(DUPLICATE_ADDRESS, "give it a free address of the machine network", sink);
    MachineNetwork network = cluster.spec().spec().clusterNetwork().machines();
    IpAddress gateway = network.gateway();
    if (gateway != null) {
      addresses.add(gateway, "the gateway", ADDRESS, origins.of(network, MachineNetwork::gateway));
    }
    if (cluster.spec().spec().loadBalancer() instanceof HAProxyKeepalived own) {
      Keepalived keepalived = own.keepalived();
      addresses.add(
          keepalived.virtualIP().address(),
          "the virtual IP",
          ADDRESS,
          origins.of(keepalived, Keepalived::virtualIP));
    }
    for (Machine machine : Machine.of(cluster)) {
      addresses.add(
          machine.address(),
          "the %s %s".formatted(machine.what(), machine.name()),
          ADDRESS,
          machine.addressedAt());
    }
  }
}
