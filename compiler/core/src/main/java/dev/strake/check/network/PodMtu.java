package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.MachineNetwork;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Tunnel;
import dev.strake.value.Cidr;
import dev.strake.value.IpFamily;
import java.util.Optional;

/**
 * Pods whose packets are larger than what the machine network passes on once they are wrapped, or
 * too small for IPv6. Small requests are answered and large ones hang.
 *
 * @see <a href="https://docs.tigera.io/calico/latest/networking/configuring/mtu">Calico: MTU</a>
 * @see <a href="https://github.com/flannel-io/flannel/issues/1011">flannel#1011</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8200#section-5">RFC 8200: 1280 bytes at least</a>
 */
final class PodMtu implements SpecCheck {

  static final Code POD_MTU = Code.error("spec/pod-mtu");

  private static final int LEAST_OF_IPV6 = 1280;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    Optional<Tunnel> tunnel = network.cni().tunnel();
    if (tunnel.isEmpty() || network.pods().cidrBlocks().isEmpty()) {
      return;
    }
    int overhead = overhead(network, tunnel.get());
    int most = network.machines().mtu() - overhead;
    Integer written = network.cni().mtu();
    if (written != null && written > most) {
      sink.report(tooLarge(network, written, most, tunnel.get(), cluster.origins()));
    } else if (has(IpFamily.IPV6, network)) {
      int mtu = written == null ? most : written;
      if (mtu < LEAST_OF_IPV6) {
        sink.report(tooSmall(network, mtu, overhead, cluster.origins()));
      }
    }
  }

  private static int overhead(ClusterNetwork network, Tunnel tunnel) {
    IpFamily only = network.pods().cidrBlocks().get(0).family();
    boolean dualStack = has(IpFamily.IPV4, network) && has(IpFamily.IPV6, network);
    IpFamily outer = network.cni().outerFamily(dualStack, only);
    long subnets =
        network.machines().cidrBlocks().stream().filter(b -> b.family() == outer).count();
    return network.cni().sparesOneSubnet() && subnets <= 1 ? 0 : tunnel.overhead(outer);
  }

  private static boolean has(IpFamily family, ClusterNetwork network) {
    return network.pods().cidrBlocks().stream().map(Cidr::family).anyMatch(f -> f == family);
  }

  private static Diagnostic tooLarge(
      ClusterNetwork network, int mtu, int most, Tunnel tunnel, Origins origins) {
    MachineNetwork machines = network.machines();
    int overhead = machines.mtu() - most;
    String left =
        overhead == 0
            ? "the machines' network passes on %s bytes".formatted(most)
            : "%s leaves %s of the machines' %s bytes".formatted(tunnel, most, machines.mtu());
    return network
        .cni()
        .mtuOrigin(origins)
        .finding(POD_MTU, "pods send packets of %s bytes, and %s".formatted(mtu, left))
        .withRelated(origins.of(machines, MachineNetwork::mtu).range(), "the machines' network")
        .withHelp("write mtu: %s, or leave it out".formatted(most));
  }

  private static Diagnostic tooSmall(
      ClusterNetwork network, int mtu, int overhead, Origins origins) {
    boolean isWritten = network.cni().mtu() != null;
    Origin origin =
        isWritten
            ? network.cni().mtuOrigin(origins)
            : origins.of(network.machines(), MachineNetwork::mtu);
    return origin
        .finding(
            POD_MTU,
            "pods are left with packets of %s bytes, and IPv6 needs %s"
                .formatted(mtu, LEAST_OF_IPV6))
        .withHelp(
            isWritten
                ? "write mtu: %s or more".formatted(LEAST_OF_IPV6)
                : "write machines.mtu: %s or more".formatted(LEAST_OF_IPV6 + overhead));
  }
}
