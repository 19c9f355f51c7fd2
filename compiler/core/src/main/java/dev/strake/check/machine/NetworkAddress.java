package dev.strake.check.machine;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.Host;
import dev.strake.spec.MachineNetwork;
import dev.strake.spec.Node;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An address of the machine network that somebody answers at.
 *
 * @param name of a machine; empty for what there is once
 * @param place where the address was written; looked up only for findings, of which there are few
 */
public record NetworkAddress(Kind kind, String name, IpAddress address, Supplier<Origin> place) {

  /** What answers. */
  public enum Kind {
    GATEWAY("the gateway"),
    VIRTUAL_IP("the virtual IP"),
    NODE("the node "),
    LOAD_BALANCER("the load balancer ");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** For messages: {@code the node cp-1}. */
  public String whose() {
    return kind.text + name;
  }

  /** Where the address was written. */
  public Origin origin() {
    return place.get();
  }

  /** The gateway, the virtual IP, machines in their order, then second addresses in theirs. */
  public static List<NetworkAddress> of(ResolvedCluster cluster) {
    Origins origins = cluster.origins();
    List<NetworkAddress> all = new ArrayList<>();
    MachineNetwork network = cluster.spec().spec().clusterNetwork().machines();
    IpAddress gateway = network.gateway();
    if (gateway != null) {
      all.add(
          new NetworkAddress(
              Kind.GATEWAY, "", gateway, () -> origins.of(network, MachineNetwork::gateway)));
    }
    cluster
        .virtualAddress()
        .map(v -> new NetworkAddress(Kind.VIRTUAL_IP, "", v.address(), v::origin))
        .ifPresent(all::add);
    addMachines(cluster, all);
    for (ResolvedNode resolved : cluster.nodes()) {
      Node node = resolved.node();
      IpAddress second = node.secondaryAddress();
      if (second != null) {
        Supplier<Origin> place = () -> origins.of(node, Node::secondaryAddress);
        all.add(new NetworkAddress(Kind.NODE, resolved.name(), second, place));
      }
    }
    return all;
  }

  private static void addMachines(ResolvedCluster cluster, List<NetworkAddress> all) {
    Origins origins = cluster.origins();
    for (ResolvedNode resolved : cluster.nodes()) {
      Node node = resolved.node();
      Supplier<Origin> place = () -> origins.of(node, Node::address);
      all.add(new NetworkAddress(Kind.NODE, resolved.name(), node.address(), place));
    }
    if (cluster.spec().spec().loadBalancer() instanceof HAProxyKeepalived own) {
      for (Host host : own.hosts()) {
        Supplier<Origin> place = () -> origins.of(host, Host::address);
        all.add(
            new NetworkAddress(Kind.LOAD_BALANCER, host.name().toString(), host.address(), place));
      }
    }
  }
}
