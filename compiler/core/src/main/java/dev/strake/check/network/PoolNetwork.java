package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Addons.LoadBalancerPool;
import dev.strake.spec.MachineNetwork;
import dev.strake.spec.Origin;
import dev.strake.value.AddressPool;
import dev.strake.value.Cidr;
import dev.strake.value.CidrSet;
import dev.strake.value.IpAddress;
import java.util.Optional;

/**
 * Addresses for Services that nobody can reach: outside the machine network, where routers send
 * nothing of their own accord, or its network and broadcast addresses. Warnings: a router may have
 * a route for a range of its own.
 *
 * @see <a href="https://metallb.io/concepts/layer2/">MetalLB: layer 2 mode</a>
 */
final class PoolNetwork implements SpecCheck {

  static final Code POOL_OUTSIDE_NETWORK = Code.warning("spec/pool-outside-network");
  static final Code POOL_UNUSABLE_ADDRESS = Code.warning("spec/pool-unusable-address");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    LoadBalancerPool pool = cluster.spec().spec().addons().loadBalancerPool();
    if (pool == null) {
      return;
    }
    MachineNetwork machines = cluster.spec().spec().clusterNetwork().machines();
    Origin network = cluster.origins().of(machines, MachineNetwork::cidrBlocks);
    CidrSet blocks = CidrSet.of(machines.cidrBlocks());
    for (int i = 0; i < pool.addresses().size(); i++) {
      AddressPool range = pool.addresses().get(i);
      Origin origin = cluster.origins().of(pool, LoadBalancerPool::addresses, i);
      Optional<Cidr> block = blocks.around(range);
      if (block.isPresent()) {
        unusable(range, block.get(), origin, sink);
      } else {
        sink.report(
            origin
                .finding(
                    POOL_OUTSIDE_NETWORK,
                    "the range %s is not inside one block of the machine network".formatted(range))
                .withRelated(network.range(), "the machines'")
                .withHelp("write free addresses of a machine block, unless a router leads there"));
      }
    }
  }

  private static void unusable(AddressPool range, Cidr block, Origin origin, DiagnosticSink sink) {
    boolean first = block.isNetworkAddress(range.first());
    boolean last = block.isBroadcast(range.last());
    if (!first && !last) {
      return;
    }
    IpAddress from = first ? block.nth(1).orElseThrow() : range.first();
    IpAddress to = last ? range.last().previous() : range.last();
    String what =
        first && last
            ? "the network and the broadcast address"
            : first ? "the network address" : "the broadcast address";
    sink.report(
        origin
            .finding(
                POOL_UNUSABLE_ADDRESS, "the range %s holds %s of %s".formatted(range, what, block))
            .withHelp(
                from.compareTo(to) <= 0 ? "write %s-%s".formatted(from, to) : "leave it out"));
  }
}
