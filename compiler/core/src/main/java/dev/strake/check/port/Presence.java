package dev.strake.check.port;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Cni;
import dev.strake.spec.Cni.Calico;
import dev.strake.spec.Cni.Cilium;
import dev.strake.spec.Cni.Flannel;
import dev.strake.spec.KubeProxy;
import dev.strake.spec.LoadBalancer.HAProxyKeepalived;
import dev.strake.spec.LoadBalancer.KubeVIP;
import dev.strake.spec.Tunnel;
import java.util.Optional;

/** On which machines a program listens, and in which clusters it does. */
enum Presence {
  MACHINE(Site.MACHINE),
  NODE(Site.NODE),
  CONTROL_PLANE(Site.CONTROL_PLANE),
  LOCAL_ETCD(Site.CONTROL_PLANE),
  KUBE_PROXY(Site.NODE),
  HAPROXY(Site.BALANCER),
  KUBE_VIP(Site.CONTROL_PLANE),
  FLANNEL_VXLAN(Site.NODE),
  FLANNEL_WIREGUARD(Site.NODE),
  CALICO(Site.NODE),
  CALICO_VXLAN(Site.NODE),
  CALICO_BGP(Site.NODE),
  CILIUM(Site.NODE),
  CILIUM_VXLAN(Site.NODE),
  CILIUM_GENEVE(Site.NODE),
  METALLB(Site.NODE),
  NODE_EXPORTER(Site.NODE);

  private final Site site;

  Presence(Site site) {
    this.site = site;
  }

  Site site() {
    return site;
  }

  /** Whether the program runs in a cluster. */
  boolean isIn(ResolvedCluster cluster) {
    ClusterSpec spec = cluster.spec().spec();
    Cni cni = spec.clusterNetwork().cni();
    return switch (this) {
      case MACHINE, NODE, CONTROL_PLANE -> true;
      case LOCAL_ETCD -> spec.controlPlane().etcd().local() != null;
      case KUBE_PROXY -> spec.kubeProxy().mode() != KubeProxy.Mode.None;
      case HAPROXY -> spec.loadBalancer() instanceof HAProxyKeepalived;
      case KUBE_VIP -> spec.loadBalancer() instanceof KubeVIP;
      case FLANNEL_VXLAN -> cni instanceof Flannel && tunnels(cni, Tunnel.VXLAN);
      case FLANNEL_WIREGUARD -> cni instanceof Flannel && tunnels(cni, Tunnel.WIREGUARD);
      case CALICO -> cni instanceof Calico;
      case CALICO_VXLAN -> cni instanceof Calico && tunnels(cni, Tunnel.VXLAN);
      // Without BGP only where VXLAN carries everything.
      case CALICO_BGP ->
          cni instanceof Calico && (!tunnels(cni, Tunnel.VXLAN) || cni.sparesOneSubnet());
      case CILIUM -> cni instanceof Cilium;
      case CILIUM_VXLAN -> cni instanceof Cilium && tunnels(cni, Tunnel.VXLAN);
      case CILIUM_GENEVE -> cni instanceof Cilium && tunnels(cni, Tunnel.GENEVE);
      case METALLB -> spec.addons().loadBalancerPool() != null;
      case NODE_EXPORTER ->
          spec.addons().monitoring() != null && spec.addons().monitoring().nodeExporter();
    };
  }

  private static boolean tunnels(Cni cni, Tunnel tunnel) {
    return cni.tunnel().equals(Optional.of(tunnel));
  }
}
