package dev.strake.resolve;

import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * The machines of one pool, and what they have in common.
 *
 * @param pool with everything that its template inherits
 * @param nodes in the order in which they were written; at least one
 */
public record ResolvedPool(NodePool pool, List<ResolvedNode> nodes) {

  public ResolvedPool {
    nodes = List.copyOf(nodes);
  }

  /**
   * @param nodes those of each pool one after the other
   */
  static List<ResolvedPool> of(List<ResolvedNode> nodes) {
    // By identity: comparing pools by their contents would take time for each of their nodes.
    Set<NodePool> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    List<List<ResolvedNode>> groups = new ArrayList<>();
    for (ResolvedNode node : nodes) {
      if (begun.add(node.pool())) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(node);
    }
    return groups.stream().map(group -> new ResolvedPool(group.get(0).pool(), group)).toList();
  }

  public String name() {
    return pool.name().toString();
  }

  public boolean isControlPlane() {
    return pool.role() == NodePool.Role.ControlPlane;
  }

  public NodeTemplate template() {
    return pool.template();
  }

  /** The kubelet's settings on each machine. */
  public ResolvedKubelet kubelet() {
    return nodes.get(0).kubelet();
  }

  /** What each machine has; without what the spec does not say. */
  public Map<ResourceName, Quantity> capacity() {
    return pool.template().capacity();
  }

  /** What each machine offers to pods, as {@link ResolvedNode#allocatable()}. */
  public SortedMap<ResourceName, Quantity> allocatable() {
    return nodes.get(0).allocatable();
  }

  /**
   * What each machine keeps of a resource for the system, for the kubelet, and free before pods are
   * evicted; it may be more than there is.
   */
  public Quantity kept(ResourceName resource) {
    return Allocatable.kept(resource, capacity(), kubelet());
  }
}
