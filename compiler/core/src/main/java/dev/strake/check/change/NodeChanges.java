package dev.strake.check.change;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Node;
import dev.strake.spec.NodePool;
import dev.strake.spec.Origin;
import dev.strake.value.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which nodes stay, go and come, told apart by their names, as Kubernetes tells them apart.
 *
 * @param kept in the new spec's order
 * @param removed in the old spec's order, without those that were renamed
 * @param renamed machines that have another name at the same address, in the new spec's order
 */
record NodeChanges(List<Pair> kept, List<ResolvedNode> removed, List<Pair> renamed) {

  /** The same machine, as it was and as it shall be. */
  record Pair(ResolvedNode before, ResolvedNode after) {
    boolean keepsAddress() {
      return before.node().address().equals(after.node().address());
    }
  }

  static NodeChanges between(ResolvedCluster before, ResolvedCluster after) {
    Map<String, ResolvedNode> left = new LinkedHashMap<>();
    before.nodes().forEach(node -> left.putIfAbsent(node.name(), node));
    List<Pair> kept = new ArrayList<>();
    List<ResolvedNode> added = new ArrayList<>();
    for (ResolvedNode node : after.nodes()) {
      ResolvedNode was = left.remove(node.name());
      if (was == null) {
        added.add(node);
      } else {
        kept.add(new Pair(was, node));
      }
    }
    Map<IpAddress, ResolvedNode> byAddress = new LinkedHashMap<>();
    left.values().forEach(node -> byAddress.putIfAbsent(node.node().address(), node));
    List<Pair> renamed = new ArrayList<>();
    for (ResolvedNode node : added) {
      ResolvedNode was = byAddress.get(node.node().address());
      if (was != null && left.remove(was.name()) != null) {
        renamed.add(new Pair(was, node));
      }
    }
    return new NodeChanges(kept, List.copyOf(left.values()), renamed);
  }

  /** Where a node's name was written. */
  static Origin named(ResolvedCluster cluster, ResolvedNode node) {
    return cluster.origins().of(node.node(), Node::name);
  }

  /** Where a node would stand that is not there: its pool's list, or the list of pools. */
  static Origin missing(ResolvedCluster after, ResolvedNode gone) {
    ClusterSpec spec = after.spec().spec();
    return spec.nodePools().stream()
        .filter(pool -> pool.name().equals(gone.pool().name()))
        .findFirst()
        .map(pool -> after.origins().of(pool, NodePool::nodes))
        .orElseGet(() -> after.origins().of(spec, ClusterSpec::nodePools));
  }
}
