package dev.strake.spec;

import dev.strake.value.IpFamily;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Doc("The pod network's plugin.")
public sealed interface Cni {

  /** What packets between nodes are wrapped in; empty if nobody knows. */
  Optional<Tunnel> tunnel();

  /** Whether packets between nodes of one subnet go without the tunnel. */
  default boolean sparesOneSubnet() {
    return false;
  }

  /**
   * The family of the addresses that a tunnel runs between.
   *
   * @param dualStack whether nodes and pods have addresses of both families
   * @param only the family that counts if they do not
   */
  default IpFamily outerFamily(boolean dualStack, IpFamily only) {
    // A tunnel for each family: the larger headers count.
    return dualStack ? IpFamily.IPV6 : only;
  }

  /** The pods' MTU in bytes; null if it was not written. */
  @Nullable Integer mtu();

  /** Where the pods' MTU was written; the plugin's place if it was not. */
  Origin mtuOrigin(Origins origins);

  /** Whether pods' addresses come out of the block that each node gets. */
  NodeBlocks nodeBlocks();

  /** Whether NetworkPolicies have effect; false if nobody knows. */
  boolean enforcesNetworkPolicies();

  /** Whether the plugin does kube-proxy's work, so that Services work without it. */
  ServiceProxy serviceProxy();

  /** Namespaces of its own pods beside kube-system; they use the host's network. */
  default List<String> namespaces() {
    return List.of();
  }

  /** What a plugin does of kube-proxy's work. */
  enum ServiceProxy {
    /** All of it, as the spec says. */
    YES,
    /** All of it with settings that are not here. */
    PERHAPS,
    /** All of it, where the spec says so, which it does not. */
    ON_REQUEST,
    NO
  }

  /** What a plugin does with the block that the controller manager gives to each node. */
  enum NodeBlocks {
    /** Pods get their addresses there and nowhere else. */
    USED,
    /** That depends on settings which are not here. */
    PERHAPS,
    /** The plugin has address management of its own. */
    UNUSED,
    /** Nobody knows the plugin. */
    UNKNOWN
  }

  @Doc("Calico: routes or overlays, with network policies. Vendor its operator's release.")
  record Calico(
      @Doc(value = "How packets travel between nodes.", byDefault = "VXLAN")
          Calico.Encapsulation encapsulation,
      @Doc("The pods' MTU in bytes. Absent: what the encapsulation leaves of the machines' MTU.")
          @Range(min = 576, max = 65535)
          @Nullable Integer mtu)
      implements Cni {

    @Override
    public Optional<Tunnel> tunnel() {
      return Optional.of(encapsulation.tunnel);
    }

    @Override
    public boolean sparesOneSubnet() {
      return encapsulation.sparesOneSubnet;
    }

    @Override
    public Origin mtuOrigin(Origins origins) {
      return origins.of(this, Calico::mtu);
    }

    @Override
    public NodeBlocks nodeBlocks() {
      return NodeBlocks.UNUSED;
    }

    @Override
    public boolean enforcesNetworkPolicies() {
      return true;
    }

    @Override
    public ServiceProxy serviceProxy() {
      return ServiceProxy.PERHAPS;
    }

    @Override
    public List<String> namespaces() {
      return List.of("tigera-operator", "calico-system");
    }

    /** How Calico's packets travel between nodes; CrossSubnet leaves those of one subnet bare. */
    public enum Encapsulation {
      VXLAN(Tunnel.VXLAN, false),
      VXLANCrossSubnet(Tunnel.VXLAN, true),
      IPIP(Tunnel.IPIP, false),
      IPIPCrossSubnet(Tunnel.IPIP, true),
      None(Tunnel.NONE, false);

      private final Tunnel tunnel;
      private final boolean sparesOneSubnet;

      Encapsulation(Tunnel tunnel, boolean sparesOneSubnet) {
        this.tunnel = tunnel;
        this.sparesOneSubnet = sparesOneSubnet;
      }
    }
  }

  @Doc("Cilium: eBPF, with network policies. Vendor its chart.")
  record Cilium(
      @Doc(value = "How packets travel between nodes.", byDefault = "VXLAN")
          Cilium.Encapsulation encapsulation,
      @Doc("The pods' MTU in bytes. Absent: what the encapsulation leaves of the machines' MTU.")
          @Range(min = 576, max = 65535)
          @Nullable Integer mtu,
      @Doc(value = "Does kube-proxy's work; then kubeProxy.mode is None.", byDefault = "false")
          Boolean kubeProxyReplacement)
      implements Cni {

    @Override
    public Optional<Tunnel> tunnel() {
      return Optional.of(encapsulation.tunnel);
    }

    /** One tunnel carries both families, over IPv4 where there is any. */
    @Override
    public IpFamily outerFamily(boolean dualStack, IpFamily only) {
      return dualStack ? IpFamily.IPV4 : only;
    }

    @Override
    public Origin mtuOrigin(Origins origins) {
      return origins.of(this, Cilium::mtu);
    }

    @Override
    public NodeBlocks nodeBlocks() {
      return NodeBlocks.PERHAPS;
    }

    @Override
    public boolean enforcesNetworkPolicies() {
      return true;
    }

    @Override
    public ServiceProxy serviceProxy() {
      return kubeProxyReplacement ? ServiceProxy.YES : ServiceProxy.ON_REQUEST;
    }

    /** How Cilium's packets travel between nodes; None is its native routing. */
    public enum Encapsulation {
      VXLAN(Tunnel.VXLAN),
      Geneve(Tunnel.GENEVE),
      None(Tunnel.NONE);

      private final Tunnel tunnel;

      Encapsulation(Tunnel tunnel) {
        this.tunnel = tunnel;
      }
    }
  }

  @Doc("Flannel: a plain overlay.")
  record Flannel(
      @Doc(value = "How packets travel between nodes.", byDefault = "VXLAN")
          @Nullable Backend backend,
      @Doc(
              value =
                  "Runs kube-network-policies beside it; without it no NetworkPolicy has effect.",
              byDefault = "false")
          @Nullable Boolean networkPolicy,
      @Doc("The pods' MTU in bytes. Absent: what the backend leaves of the machines' MTU.")
          @Range(min = 576, max = 65535)
          @Nullable Integer mtu)
      implements Cni {

    @Override
    public Optional<Tunnel> tunnel() {
      return Optional.of(backend == null ? Tunnel.VXLAN : backend.tunnel);
    }

    @Override
    public Origin mtuOrigin(Origins origins) {
      return origins.of(this, Flannel::mtu);
    }

    @Override
    public NodeBlocks nodeBlocks() {
      return NodeBlocks.USED;
    }

    @Override
    public boolean enforcesNetworkPolicies() {
      return Boolean.TRUE.equals(networkPolicy);
    }

    @Override
    public ServiceProxy serviceProxy() {
      return ServiceProxy.NO;
    }

    @Override
    public List<String> namespaces() {
      return List.of("kube-flannel");
    }

    /** How packets travel between nodes. */
    public enum Backend {
      VXLAN(Tunnel.VXLAN),
      HostGW(Tunnel.NONE),
      WireGuard(Tunnel.WIREGUARD);

      private final Tunnel tunnel;

      Backend(Tunnel tunnel) {
        this.tunnel = tunnel;
      }
    }
  }

  @Doc("No plugin: somebody else brings one.")
  record None(
      @Doc(value = "Whether that plugin enforces NetworkPolicies.", byDefault = "false")
          Boolean networkPolicy)
      implements Cni {

    @Override
    public Optional<Tunnel> tunnel() {
      return Optional.empty();
    }

    @Override
    public @Nullable Integer mtu() {
      return null;
    }

    @Override
    public Origin mtuOrigin(Origins origins) {
      return origins.of(this);
    }

    @Override
    public NodeBlocks nodeBlocks() {
      return NodeBlocks.UNKNOWN;
    }

    @Override
    public boolean enforcesNetworkPolicies() {
      return networkPolicy;
    }

    @Override
    public ServiceProxy serviceProxy() {
      return ServiceProxy.PERHAPS;
    }
  }
}
