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
 * @param labels that the kubelet sets on its own node, the failure domain's among them
 * @param taints that the node registers with; never null: a control plane's default is filled in
 */
public record ResolvedNode(
    Node node,
    NodePool pool,
    SortedMap<LabelKey, LabelValue> labels,
    List<Taint> taints,
    SortedMap<ResourceName, Quantity> systemReserved,
    SortedMap<ResourceName, Quantity> kubeReserved) {

  public String name() {
    return node.name().toString();
  }

  public boolean isControlPlane() {
    return pool.role() == NodePool.Role.ControlPlane;
  }
}
