package dev.strake.resolve;

import dev.strake.spec.Node;
import dev.strake.spec.NodePool;
import dev.strake.spec.Taint;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.SortedMap;

/**
 * A machine with what its pool's template gives it.
 *
 * @param pool with everything that its template inherits
 * @param labels that the kubelet sets on its own node, the failure domain's among them
 * @param managedLabels that are applied through the API, because the kubelet may not set them
 * @param taints that the node registers with; never null: a control plane's default is filled in
 * @param kubelet the kubelet's settings on the pool's machines
 */
public record ResolvedNode(
    Node node,
    NodePool pool,
    SortedMap<LabelKey, LabelValue> labels,
    SortedMap<LabelKey, LabelValue> managedLabels,
    List<Taint> taints,
    ResolvedKubelet kubelet) {

  public ResolvedNode {
    taints = List.copyOf(taints);
  }

  public String name() {
    return node.name().toString();
  }

  public boolean isControlPlane() {
    return pool.role() == NodePool.Role.ControlPlane;
  }

  /**
   * What the machine offers to pods: its capacity without reservations and without what hard
   * eviction keeps free, never less than nothing. A resource whose capacity the spec does not say
   * is missing, but for {@code pods}.
   */
  public SortedMap<ResourceName, Quantity> allocatable() {
    return Allocatable.of(pool.template().capacity(), kubelet);
  }

  /** Whether pods that tolerate nothing may run on the machine. */
  public boolean isOpen() {
    return taints.stream().noneMatch(Taint::repels);
  }

  /** What the machine keeps for the system's own processes. */
  public SortedMap<ResourceName, Quantity> systemReserved() {
    return kubelet.systemReserved();
  }

  /** What the machine keeps for kubelet and container runtime. */
  public SortedMap<ResourceName, Quantity> kubeReserved() {
    return kubelet.kubeReserved();
  }
}
