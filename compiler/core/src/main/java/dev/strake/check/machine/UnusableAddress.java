package dev.strake.check.machine;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.MachineNetwork;
import dev.strake.value.Cidr;
import dev.strake.value.CidrSet;
import dev.strake.value.IpAddress;
import dev.strake.value.IpFamily;
import java.util.Optional;

/**
 * An address that the network keeps for itself: the first of its block, which names the network or
 * with IPv6 any of its routers, and with IPv4 the last, which reaches everybody. Blocks of one or
 * two addresses keep none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3">RFC 1122: addresses that
 *     are not a host's</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.6.1">RFC 4291: the subnet-router
 *     anycast address</a>
 */
final class UnusableAddress implements SpecCheck {

  static final Code UNUSABLE_ADDRESS = Code.error("spec/unusable-address");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    MachineNetwork network = cluster.spec().spec().clusterNetwork().machines();
    CidrSet blocks = CidrSet.of(network.cidrBlocks());
    for (NetworkAddress used : NetworkAddress.of(cluster)) {
      Optional<Cidr> block = blocks.around(used.address());
      if (block.isPresent()) {
        check(used, block.get(), sink);
      }
    }
  }

  private static void check(NetworkAddress used, Cidr block, DiagnosticSink sink) {
    boolean first = block.isNetworkAddress(used.address());
    if (!first && !block.isBroadcast(used.address())) {
      return;
    }
    String role =
        first ? (used.address().isIpv4() ? "network" : "subnet-router anycast") : "broadcast";
    sink.report(
        used.origin()
            .finding(
                UNUSABLE_ADDRESS,
                "%s has the %s address of %s, %s"
                    .formatted(used.whose(), role, block, used.address()))
            .withHelp(usable(block)));
  }

  private static String usable(Cidr block) {
    IpAddress first = block.nth(1).orElseThrow();
    IpAddress last = block.family() == IpFamily.IPV4 ? block.last().previous() : block.last();
    return "give it an address from %s to %s".formatted(first, last);
  }
}
