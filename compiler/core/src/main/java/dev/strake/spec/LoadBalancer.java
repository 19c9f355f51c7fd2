package dev.strake.spec;

import dev.strake.value.AbsolutePath;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.GoDuration;
import dev.strake.value.ImageReference;
import dev.strake.value.InterfaceAddress;
import dev.strake.value.InterfaceName;
import dev.strake.value.IpAddress;
import dev.strake.value.Port;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("What stands before the API servers.")
public sealed interface LoadBalancer {

  @Doc("HAProxy with a virtual address that keepalived moves between its hosts.")
  record HAProxyKeepalived(
      @Doc(value = "Which machines it runs on.", byDefault = "Dedicated") Placement placement,
      @Doc(
              "Where HAProxy listens. Absent: controlPlaneEndpoint.port. On control planes it must"
                  + " differ from controlPlane.apiServer.bindPort.")
          @Nullable Port port,
      @Doc(value = "How HAProxy finds out which API servers work.", byDefault = "{}")
          HealthCheck healthCheck,
      @Doc("How keepalived moves the address.") Keepalived keepalived,
      @Doc(
              "The hosts, best first by priority. With placement ControlPlane they are the control"
                  + " plane nodes, and the field is absent.")
          List<Host> hosts)
      implements LoadBalancer {}

  @Doc("kube-vip: the API servers' own machines move the virtual address.")
  record KubeVIP(
      @Doc("The address that clients use.") IpAddress virtualIP,
      @Doc("The network interface that carries it, on machines that name none of their own.")
          @Key("interface")
          InterfaceName networkInterface,
      @Doc(
              value = "The container image, with its tag or digest.",
              byDefault = "ghcr.io/kube-vip/kube-vip:v1.2.3")
          ImageReference image)
      implements LoadBalancer {}

  @Doc("Somebody else's load balancer answers at the endpoint.")
  record External() implements LoadBalancer {}

  /** Which machines a load balancer runs on. */
  enum Placement {
    Dedicated,
    ControlPlane
  }

  @Doc("How HAProxy finds out which API servers work.")
  record HealthCheck(
      @Doc(value = "What is asked for over HTTPS; status 200 is well.", byDefault = "/readyz")
          AbsolutePath path,
      @Doc(value = "The time between two checks of one server.", byDefault = "2s")
          GoDuration interval,
      @Doc(value = "How many good checks bring a server back.", byDefault = "2")
          @Range(min = 1, max = 100)
          Integer rise,
      @Doc(value = "How many bad checks take a server out.", byDefault = "3")
          @Range(min = 1, max = 100)
          Integer fall,
      @Doc(value = "What the API servers' certificates are held against.", byDefault = "ClusterCA")
          Verify verify) {}

  /** What the API servers' certificates are held against. */
  enum Verify {
    ClusterCA,
    None
  }

  @Doc("How keepalived moves the virtual address.")
  record Keepalived(
      @Doc("The address that clients use, with the length of its network: 10.20.0.10/24.")
          InterfaceAddress virtualIP,
      @Doc("The network interface that carries it.") @Key("interface")
          InterfaceName networkInterface,
      @Doc("Unique among the VRRP groups of the network, 1 to 255.") @Range(min = 1, max = 255)
          Integer virtualRouterID,
      @Doc("The VRRP password, of which keepalived reads 8 characters. Absent: none.")
          @Nullable SecretKeyRef authPassRef,
      @Doc(
              value =
                  "What a failed check adds to the priority. The address moves only if this takes"
                      + " it below the next host's.",
              byDefault = "-20")
          @Range(min = -253, max = 253)
          Integer checkWeight,
      @Doc(
              value = "Hosts talk to each other by address instead of by multicast.",
              byDefault = "true")
          Boolean unicast) {}

  @Doc("A load balancer host.")
  record Host(
      @Doc("The host's name.") DnsSubdomain name,
      @Doc("The host's address in the machine network.") IpAddress address,
      @Doc("Who carries the address when all are well: the highest, 1 to 254.")
          @Range(min = 1, max = 254)
          Integer priority,
      @Doc("The host's network interface, where it differs from keepalived's.") @Key("interface")
          @Nullable InterfaceName networkInterface) {}
}
