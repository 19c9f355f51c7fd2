package dev.strake.spec;

import dev.strake.value.DnsLabel;
import dev.strake.value.InterfaceAddress;
import dev.strake.value.InterfaceName;
import dev.strake.value.IpAddress;
import java.util.List;

@Doc("What stands before the API servers.")
public sealed interface LoadBalancer {

  @Doc("HAProxy on hosts of its own, with a virtual address that keepalived moves between them.")
  record HAProxyKeepalived(
      @Doc("How keepalived moves the address.") Keepalived keepalived,
      @Doc("The hosts, best first by priority.") @NotEmpty List<Host> hosts)
      implements LoadBalancer {}

  @Doc("Somebody else's load balancer answers at the endpoint.")
  record External() implements LoadBalancer {}

  @Doc("How keepalived moves the virtual address.")
  record Keepalived(
      @Doc("The address that clients use, with the length of its network: 10.20.0.10/24.")
          InterfaceAddress virtualIP,
      @Doc("The network interface that carries it.") @Key("interface")
          InterfaceName networkInterface,
      @Doc("Unique among the VRRP groups of the network, 1 to 255.") @Range(min = 1, max = 255)
          Integer virtualRouterID) {}

  @Doc("A load balancer host.")
  record Host(
      @Doc("The host's name.") DnsLabel name,
      @Doc("The host's address in the machine network.") IpAddress address,
      @Doc("Who carries the address when all are well: the highest, 1 to 254.")
          @Range(min = 1, max = 254)
          Integer priority) {}
}
