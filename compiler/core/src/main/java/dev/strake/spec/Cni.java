package dev.strake.spec;

import org.jspecify.annotations.Nullable;

@Doc("The pod network's plugin.")
public sealed interface Cni {

  @Doc("Calico: routes or overlays, with network policies. Vendor its operator's release.")
  record Calico(
      @Doc(value = "How packets travel between nodes.", byDefault = "VXLAN")
          Calico.Encapsulation encapsulation,
      @Doc("The pods' MTU in bytes. Absent: what the encapsulation leaves of the machines' MTU.")
          @Range(min = 576, max = 65535)
          @Nullable Integer mtu)
      implements Cni {

    /** How Calico's packets travel between nodes; CrossSubnet leaves those of one subnet bare. */
    public enum Encapsulation {
      VXLAN,
      VXLANCrossSubnet,
      IPIP,
      IPIPCrossSubnet,
      None
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

    /** How Cilium's packets travel between nodes; None is its native routing. */
    public enum Encapsulation {
      VXLAN,
      Geneve,
      None
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

    /** How packets travel between nodes. */
    public enum Backend {
      VXLAN,
      HostGW,
      WireGuard
    }
  }

  @Doc("No plugin: somebody else brings one.")
  record None(
      @Doc(value = "Whether that plugin enforces NetworkPolicies.", byDefault = "false")
          Boolean networkPolicy)
      implements Cni {}
}
