package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.MachineNetwork;
import dev.strake.spec.NetworkRanges;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.Cidr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Address blocks that share addresses: machines, pods, services and what is reserved. A packet to
 * an address of two networks goes to one of them, and which one depends on the machine's routes.
 *
 * <p>Two reserved blocks may overlap: nothing is placed in either.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/cluster-administration/networking/">Kubernetes:
 *     cluster networking, non-overlapping addresses</a>
 */
final class CidrOverlap implements SpecCheck {

  static final Code CIDR_OVERLAP = Code.error("spec/cidr-overlap");

  private static final String RESERVED = "reserved";

  private record Block(Cidr cidr, String use, Origin origin) {
    boolean conflictsWith(Block outer) {
      return !use.equals(RESERVED) || !outer.use.equals(RESERVED);
    }
  }

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    List<Block> blocks = blocks(cluster.spec().spec().clusterNetwork(), cluster.origins());
    blocks.sort(Comparator.comparing(Block::cidr));
    // Of two blocks that overlap, one holds the other: sorted, whoever holds a block is still open.
    Deque<Block> open = new ArrayDeque<>();
    for (Block block : blocks) {
      while (!open.isEmpty() && !open.peek().cidr.contains(block.cidr)) {
        open.pop();
      }
      Block outer = innermostConflict(open, block);
      if (outer != null) {
        sink.report(overlap(block, outer));
      }
      open.push(block);
    }
  }

  private static @Nullable Block innermostConflict(Deque<Block> open, Block block) {
    for (Block outer : open) {
      if (block.conflictsWith(outer)) {
        return outer;
      }
    }
    return null;
  }

  private static List<Block> blocks(ClusterNetwork network, Origins origins) {
    List<Block> blocks = new ArrayList<>();
    MachineNetwork machines = network.machines();
    NetworkRanges pods = network.pods();
    NetworkRanges services = network.services();
    add(
        blocks,
        machines.cidrBlocks(),
        "machine",
        i -> origins.of(machines, MachineNetwork::cidrBlocks, i));
    add(blocks, pods.cidrBlocks(), "pod", i -> origins.of(pods, NetworkRanges::cidrBlocks, i));
    add(
        blocks,
        services.cidrBlocks(),
        "service",
        i -> origins.of(services, NetworkRanges::cidrBlocks, i));
    add(
        blocks,
        network.reservedCIDRBlocks(),
        RESERVED,
        i -> origins.of(network, ClusterNetwork::reservedCIDRBlocks, i));
    return blocks;
  }

  private static void add(
      List<Block> blocks, List<Cidr> cidrs, String use, IntFunction<Origin> origin) {
    for (int i = 0; i < cidrs.size(); i++) {
      blocks.add(new Block(cidrs.get(i), use, origin.apply(i)));
    }
  }

  /** The finding stands at the block that was written later, unless that is a reserved one. */
  private static Diagnostic overlap(Block inner, Block outer) {
    boolean innerIsGuilty =
        outer.use.equals(RESERVED)
            || (!inner.use.equals(RESERVED)
                && inner.origin.range().compareTo(outer.origin.range()) > 0);
    Block guilty = innerIsGuilty ? inner : outer;
    Block other = innerIsGuilty ? outer : inner;
    return guilty
        .origin
        .finding(
            CIDR_OVERLAP,
            "the %s block %s overlaps the %s block %s"
                .formatted(guilty.use, guilty.cidr, other.use, other.cidr))
        .withRelated(other.origin.range(), "the " + other.use + " block")
        .withHelp(
            guilty.use.equals(other.use)
                ? "leave out %s, which is inside %s".formatted(inner.cidr, outer.cidr)
                : "choose a %s block outside %s".formatted(guilty.use, outer.cidr));
  }
}
