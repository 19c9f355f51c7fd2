package dev.strake.spec;

import dev.strake.value.DnsLabel;
import java.util.List;

@Doc("Machines of one kind.")
public record NodePool(
    @Doc("The pool's name, unique in the cluster.") DnsLabel name,
    @Doc("What the machines do.") Role role,
    @Doc("What the machines have in common.") NodeTemplate template,
    @Doc("The machines.") @NotEmpty List<Node> nodes) {

  /** What a pool's machines do. */
  public enum Role {
    ControlPlane,
    Worker
  }
}
