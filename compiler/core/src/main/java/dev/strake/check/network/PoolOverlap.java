package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.check.machine.NetworkAddress;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Addons.LoadBalancerPool;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.NetworkRanges;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.AddressPool;
import dev.strake.value.Cidr;
import dev.strake.value.CidrSet;
import dev.strake.value.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Addresses for Services that somebody has already: a machine, the gateway, the virtual IP, pods,
 * Services, what is reserved, or another range of the pool. MetalLB answers for such an address as
 * soon as a Service gets it, and so does its owner.
 *
 * @see <a href="https://metallb.io/concepts/layer2/">MetalLB: layer 2 mode</a>
 * @see <a href="https://metallb.io/configuration/">MetalLB: the addresses are its own</a>
 */
final class PoolOverlap implements SpecCheck {

  static final Code POOL_OVERLAP = Code.error("spec/pool-overlap");

  private record Use(String use, Origin origin) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    LoadBalancerPool pool = cluster.spec().spec().addons().loadBalancerPool();
    if (pool == null) {
      return;
    }
    NavigableMap<IpAddress, NetworkAddress> used = new TreeMap<>();
    NetworkAddress.of(cluster).forEach(one -> used.putIfAbsent(one.address(), one));
    Map<Cidr, Use> uses = uses(cluster.spec().spec().clusterNetwork(), cluster.origins());
    CidrSet blocks = CidrSet.of(uses.keySet());
    for (int i = 0; i < pool.addresses().size(); i++) {
      AddressPool range = pool.addresses().get(i);
      Origin origin = cluster.origins().of(pool, LoadBalancerPool::addresses, i);
      Map.Entry<IpAddress, NetworkAddress> first = used.ceilingEntry(range.first());
      if (first != null && range.contains(first.getKey())) {
        sink.report(holdsAddress(range, origin, first.getValue()));
      }
      blocks.meeting(range).ifPresent(block -> sink.report(meetsBlock(range, origin, block, uses)));
    }
    overlapsItself(pool, cluster.origins(), sink);
  }

  private static Map<Cidr, Use> uses(ClusterNetwork network, Origins origins) {
    Map<Cidr, Use> uses = new HashMap<>();
    NetworkRanges pods = network.pods();
    NetworkRanges services = network.services();
    add(uses, pods.cidrBlocks(), "pod", i -> origins.of(pods, NetworkRanges::cidrBlocks, i));
    add(
        uses,
        services.cidrBlocks(),
        "service",
        i -> origins.of(services, NetworkRanges::cidrBlocks, i));
    add(
        uses,
        network.reservedCIDRBlocks(),
        "reserved",
        i -> origins.of(network, ClusterNetwork::reservedCIDRBlocks, i));
    return uses;
  }

  private static void add(
      Map<Cidr, Use> uses, List<Cidr> blocks, String use, IntFunction<Origin> origin) {
    for (int i = 0; i < blocks.size(); i++) {
      uses.putIfAbsent(blocks.get(i), new Use(use, origin.apply(i)));
    }
  }

  private static Diagnostic holdsAddress(AddressPool range, Origin origin, NetworkAddress used) {
    return origin
        .finding(
            POOL_OVERLAP,
            "the range %s holds %s, which belongs to %s"
                .formatted(range, used.address(), used.whose()))
        .withRelated(used.origin().range(), "taken here")
        .withHelp("leave out " + used.address());
  }

  private static Diagnostic meetsBlock(
      AddressPool range, Origin origin, Cidr block, Map<Cidr, Use> uses) {
    Use use = uses.get(block);
    if (use == null) {
      throw new IllegalStateException(block + " is none of the blocks");
    }
    return origin
        .finding(
            POOL_OVERLAP,
            "the range %s overlaps the %s block %s".formatted(range, use.use(), block))
        .withRelated(use.origin().range(), "the " + use.use() + " block")
        .withHelp("write addresses of the machine network that nobody uses");
  }

  private record Range(AddressPool addresses, Origin origin) {}

  private static void overlapsItself(LoadBalancerPool pool, Origins origins, DiagnosticSink sink) {
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < pool.addresses().size(); i++) {
      Origin origin = origins.of(pool, LoadBalancerPool::addresses, i);
      ranges.add(new Range(pool.addresses().get(i), origin));
    }
    ranges.sort(Comparator.comparing(Range::addresses));
    Range furthest = null;
    for (Range range : ranges) {
      if (furthest != null && furthest.addresses().overlaps(range.addresses())) {
        sink.report(overlap(furthest, range));
      }
      boolean further =
          furthest == null || range.addresses().last().compareTo(furthest.addresses().last()) > 0;
      furthest = further ? range : furthest;
    }
  }

  private static Diagnostic overlap(Range one, Range two) {
    boolean secondIsLater = two.origin().range().compareTo(one.origin().range()) > 0;
    Range guilty = secondIsLater ? two : one;
    Range other = secondIsLater ? one : two;
    return guilty
        .origin()
        .finding(
            POOL_OVERLAP,
            "the range %s overlaps the range %s".formatted(guilty.addresses(), other.addresses()))
        .withRelated(other.origin().range(), "the other range")
        .withHelp("write each address once");
  }
}
