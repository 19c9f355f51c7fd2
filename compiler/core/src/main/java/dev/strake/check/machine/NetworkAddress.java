package dev.strake.check.machine;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.MachineNetwork;
import dev.strake.spec.Node;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * An address of the machine network that somebody answers at.
 *
 * @param whose for messages: {@code the node cp-1}
 * @param origin where it was written
 */
public record NetworkAddress(Kind kind, String whose, IpAddress address, Origin origin) {

  /** What answers. */
  public enum Kind {
    GATEWAY,
    VIRTUAL_IP,
    MACHINE
  }

  /** The gateway, the virtual IP, machines in their order, then second addresses in theirs. */
  public static List<NetworkAddress> of(ResolvedCluster cluster) {
    Origins origins = cluster.origins();
    List<NetworkAddress> all = new ArrayList<>();
    MachineNetwork network = cluster.spec().spec().clusterNetwork().machines();
    IpAddress gateway = network.gateway();
    if (gateway != null) {
      Origin origin = origins.of(network, MachineNetwork::gateway);
      all.add(new NetworkAddress(Kind.GATEWAY, "the gateway", gateway, origin));
    }
    cluster
        .virtualAddress()
        .map(
            virtual ->
                new NetworkAddress(
                    Kind.VIRTUAL_IP, "the virtual IP", virtual.address(), virtual.origin()))
        .ifPresent(all::add);
    for (Machine machine : Machine.of(cluster)) {
      String whose = "the %s %s".formatted(machine.what(), machine.name());
      all.add(new NetworkAddress(Kind.MACHINE, whose, machine.address(), machine.addressedAt()));
    }
    for (ResolvedNode resolved : cluster.nodes()) {
      Node node = resolved.node();
      IpAddress second = node.secondaryAddress();
      if (second != null) {
        Origin origin = origins.of(node, Node::secondaryAddress);
        String whose = "the node " + resolved.name();
        all.add(new NetworkAddress(Kind.MACHINE, whose, second, origin));
      }
    }
    return all;
  }
}
