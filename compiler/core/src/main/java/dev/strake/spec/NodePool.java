package dev.strake.spec;

import dev.strake.value.DnsLabel;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.Map;

@Doc("Machines of one kind.")
public record NodePool(
    @Doc("The pool's name, unique in the cluster.") DnsLabel name,
    @Doc("What the machines do.") Role role,
    @Doc("The least that each machine must have; its capacity is held against it.")
        Map<ResourceName, Quantity> minimum,
    @Doc(value = "What the machines have in common.", byDefault = "{}") NodeTemplate template,
    @Doc("The machines.") @NotEmpty List<Node> nodes) {

  /** What a pool's machines do. */
  public enum Role {
    ControlPlane,
    Worker
  }
}
